package org.beistand.helpdesk.engine.boundary;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.helpdesk.session.entity.MovedFile;
import org.jspecify.annotations.Nullable;

/** What an applet claims, brought into what can be kept and shown: it runs on a machine that is not ours. */
final class Claims {

    /** Forms and bytes, so that nothing that was copied can stand there. */
    private static final Pattern FORMS =
            Pattern.compile("(?:(?:^|, )(?:text/plain|text/html|image/png) \\d{1,8}){1,3}");

    /** Control and format characters, the latter because U+202E shows "exe.txt" for "txt.exe"; lone surrogates. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Set<String> FILES = Set.of(Permission.FILE_READ.wireName(), Permission.FILE_WRITE.wireName());

    /** Stands for what a claim does not say. */
    private static final String UNSAID = "-";

    private Claims() {}

    /** Words, line breaks kept. */
    static String text(@Nullable String claimed, int longest) {
        return cut(claimed == null ? "" : claimed.replace("\0", ""), longest);
    }

    /** A name that cannot pass for a line of its own, nor turn around what stands beside it. */
    static String name(@Nullable String claimed, int longest) {
        var seen = UNSEEN.matcher(claimed == null ? "" : claimed).replaceAll("");
        return cut(seen, longest).strip();
    }

    /** What went from one clipboard to the other. */
    static String forms(@Nullable String claimed) {
        return Optional.ofNullable(claimed)
                .filter(forms -> FORMS.matcher(forms).matches())
                .orElse(UNSAID);
    }

    /** A file that was moved; empty if nothing says which way. */
    static Optional<MovedFile> file(JournalEntry entry) {
        return Optional.ofNullable(entry.file())
                .filter(file -> FILES.contains(String.valueOf(entry.permission())))
                .map(file -> new MovedFile(fileName(file.name()), file.bytes(), file.sha256()));
    }

    /** Without a path: whose folders it came from is nobody's business here. */
    private static String fileName(String claimed) {
        var path = name(claimed, claimed.length());
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var kept = cut(name, MovedFile.LONGEST_NAME).strip();
        return kept.isEmpty() ? UNSAID : kept;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
