package org.beistand.helpdesk.ticket.boundary;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.beistand.helpdesk.ticket.control.AttachmentTooLargeException;
import org.beistand.helpdesk.ticket.control.SpooledFile;
import org.beistand.helpdesk.ticket.entity.Attachment;

/**
 * The files of a {@code multipart/form-data} request. The server writes them into temporary files as they come and stops
 * at the limits of the door they come through (see {@link #LARGEST_REQUEST}; web.xml for REST).
 */
final class UploadedFiles {

    /** What boundaries, names and other fields may take besides one file of full size. */
    private static final int AROUND = 64 * 1024;

    static final long LARGEST_REQUEST = Attachment.LARGEST + AROUND;

    /** Up to here a file stays in memory. */
    static final int IN_MEMORY = 64 * 1024;

    private UploadedFiles() {}

    /** What is done with one file that has arrived. */
    @FunctionalInterface
    interface Taker<T> {
        T take(String name, SpooledFile file);
    }

    /**
     * @return those that were chosen; a file field left empty is none
     * @throws AttachmentTooLargeException before the body is read if it says its length, else when it is too long
     * @throws InvalidFieldException if it is not what it says it is
     */
    static List<Part> of(HttpServletRequest request) throws IOException {
        AttachmentTooLargeException.check(request.getContentLengthLong() - AROUND);
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null
                            && !part.getSubmittedFileName().isBlank())
                    .toList();
        } catch (IllegalStateException beyondTheLimits) {
            throw new AttachmentTooLargeException(beyondTheLimits);
        } catch (ServletException | IOException unreadable) {
            throw new InvalidFieldException("file", unreadable);
        }
    }

    /** Hands one file over and forgets it, whatever becomes of it. */
    static <T> T take(Part part, Taker<T> taker) throws IOException {
        try (var bytes = part.getInputStream();
                var file = SpooledFile.receive(bytes)) {
            return taker.take(part.getSubmittedFileName(), file);
        } finally {
            part.delete();
        }
    }
}
