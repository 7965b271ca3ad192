package org.beistand.applet.session;

import org.beistand.engine.protocol.Status;

/** The helpdesk or the relay says that this session has ended. */
final class SessionOver extends RuntimeException {

    private final Status status;

    SessionOver(Status status) {
        super(status.name());
        this.status = status;
    }

    Status status() {
        return status;
    }
}
