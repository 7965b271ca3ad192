package org.beistand.helpdesk.session.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Something was asked of a session that has ended. */
public final class SessionOverException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final EndReason reason;

    public SessionOverException(EndReason reason) {
        super(
                Rule.of("session-over", Status.GONE, "org.beistand.helpdesk.session.messages", "problem.session_over"),
                "The session has ended: " + reason);
        this.reason = reason;
    }

    public EndReason reason() {
        return reason;
    }
}
