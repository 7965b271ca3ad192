package org.beistand.engine.relay.session;

import org.beistand.engine.protocol.Status;

/** Somebody may not come in. The detail is for logs. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    public Refused(Status status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public Status status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
