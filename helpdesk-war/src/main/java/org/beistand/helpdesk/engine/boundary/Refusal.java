package org.beistand.helpdesk.engine.boundary;

import org.beistand.engine.protocol.Status;

/** An engine door answers with a row of the status table instead of what was asked for. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    /** @param detail for logs and the peer's log, without secrets */
    Refusal(Status status, String detail) {
        super(detail);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
