package org.beistand.helpdesk.authority.boundary;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beistand.helpdesk.authority.control.AuthorityFiles;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Reason;

/** A form with files of certificates, as browsers send it; and what became of it, in a word for the page's address. */
public final class UploadedCertificates {

    /** A whole form may be as large. */
    public static final int LARGEST_REQUEST = 4 * AuthorityFiles.LARGEST;

    /** They are trusted. */
    public static final String TAKEN = "TAKEN";

    /** The form came without a file. */
    private static final String NO_FILE = "NO_FILE";

    private static final Set<String> WORDS = Stream.concat(
                    Stream.of(TAKEN, NO_FILE), Arrays.stream(Reason.values()).map(Reason::name))
            .collect(Collectors.toUnmodifiableSet());

    private UploadedCertificates() {}

    /** Whether the word is one of those that {@link #handOver} returns: addresses are typed by anybody. */
    public static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    /** @param taker says why it does not take the files, or nothing */
    public static String handOver(HttpServletRequest request, Function<List<byte[]>, Optional<Reason>> taker)
            throws IOException {
        if (request.getContentLengthLong() > LARGEST_REQUEST) {
            return Reason.LARGE.name();
        }
        try {
            List<byte[]> files = new ArrayList<>();
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isBlank()) {
                    files.add(bytes(part));
                }
            }
            return files.isEmpty()
                    ? NO_FILE
                    : taker.apply(files).map(Reason::name).orElse(TAKEN);
        } catch (IllegalStateException beyondTheLimits) {
            return Reason.LARGE.name();
        } catch (ServletException noForm) {
            return NO_FILE;
        }
    }

    private static byte[] bytes(Part part) throws IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(AuthorityFiles.LARGEST + 1);
        } finally {
            part.delete();
        }
    }
}
