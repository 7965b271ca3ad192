package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A file name that is safe to show, to log and to save on any desktop: no path, no control or direction-changing
 * character, no name that Windows keeps for devices, never empty.
 */
public record AttachmentName(String value) {

    /** Characters; every desktop's file system takes as much. */
    public static final int LONGEST = 200;

    private static final String NAMELESS = "attachment";
    private static final int LONGEST_ENDING = 20;

    /** Control and format characters, the latter because U+202E shows "exe.txt" for "txt.exe"; lone surrogates. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern UNSAVEABLE = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** Makes a safe name of whatever a sender called the file. */
    public static AttachmentName of(String claimed) {
        var name = Normalizer.normalize(claimed, Normalizer.Form.NFC);
        name = UNSEEN.matcher(name).replaceAll("");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNSAVEABLE.matcher(name).replaceAll("_");
        name = name.replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        return new AttachmentName(name.isEmpty() ? NAMELESS : shortened(name));
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var end = LONGEST - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + ending;
    }

    @Override
    public String toString() {
        return value;
    }

    /** Keeps a name as its text. */
    @Converter
    static final class Column implements AttributeConverter<AttachmentName, String> {

        @Override
        public String convertToDatabaseColumn(AttachmentName name) {
            return name.value();
        }

        @Override
        public AttachmentName convertToEntityAttribute(String written) {
            return new AttachmentName(written);
        }
    }
}
