package org.beistand.applet.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file from elsewhere may be called here: nothing of its name means anything to a file system, a shell's listing or
 * a reader's eye that is not seen. The same on every operating system, because customers pass files on.
 */
public final class FileName {

    /** Of every usual file system's 255, with room for a number and the ending of an unfinished file. */
    private static final int MOST_BYTES = 200;

    private static final int LONGEST_ENDING = 16;

    private static final String NAMELESS = "file";

    /** Control characters, line separators, and those that turn the direction of what is read or are not seen at all. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");

    private static final Pattern MEANT_FOR_WINDOWS = Pattern.compile("[<>:\"|?*]");

    /** Windows opens devices by these names, whatever the ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private FileName() {}

    /** @param foreign whatever somebody sent; paths lose all but their last part */
    public static String of(String foreign) {
        String last = foreign.substring(Math.max(foreign.lastIndexOf('/'), foreign.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE.matcher(last).replaceAll("");
        String plain = MEANT_FOR_WINDOWS.matcher(visible).replaceAll("_");
        String bare = shorten(plain).replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(bare).matches() ? "_" + bare : bare;
    }

    /** The same name with a number, for when there is such a file already: "a.txt" and 2 is "a (2).txt". */
    public static String numbered(String name, int number) {
        int dot = endingAt(name);
        return String.format(Locale.ROOT, "%s (%d)%s", name.substring(0, dot), number, name.substring(dot));
    }

    /** For disks whose encoding has no other characters: "Übersicht.pdf" is "Ubersicht.pdf". */
    static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]", "_");
    }

    private static String shorten(String name) {
        int dot = endingAt(name);
        String ending = name.substring(dot);
        int room = MOST_BYTES - ending.getBytes(UTF_8).length;
        StringBuilder kept = new StringBuilder();
        for (int character : name.substring(0, dot).codePoints().toArray()) {
            room -= Character.toString(character).getBytes(UTF_8).length;
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept + ending;
    }

    private static int endingAt(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_ENDING ? dot : name.length();
    }
}
