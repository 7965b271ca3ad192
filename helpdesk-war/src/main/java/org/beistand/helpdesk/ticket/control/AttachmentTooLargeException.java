package org.beistand.helpdesk.ticket.control;

import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.ticket.entity.Attachment;

/** A file is larger than an attachment may be. */
public final class AttachmentTooLargeException extends DomainException {

    private AttachmentTooLargeException() {
        super(
                Rule.of(
                        "attachment-too-large",
                        Status.TOO_LARGE,
                        "org.beistand.helpdesk.ticket.messages",
                        "problem.attachment-too-large",
                        Attachment.LARGEST >> 20),
                "More than " + Attachment.LARGEST + " bytes");
    }

    /** @param cause the server's own limit, which stands at the same place */
    public AttachmentTooLargeException(IllegalStateException cause) {
        this();
        initCause(cause);
    }

    /** @param size bytes announced or received so far */
    public static void check(long size) {
        if (size > Attachment.LARGEST) {
            throw new AttachmentTooLargeException();
        }
    }
}
