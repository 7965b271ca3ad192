package org.beistand.engine.protocol;

/** Bytes from a peer break a rule of the wire. The detail is for logs and never holds payload. */
public final class FrameRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    public FrameRefused(Status status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** The row of the status table that answers the peer. */
    public Status status() {
        return status;
    }

    /** What was wrong, for logs. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
