package org.beistand.helpdesk.session.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A new PIN was asked for a session whose customer has come, or that is over. */
final class NotWaitingException extends DomainException {

    private static final long serialVersionUID = 1L;

    NotWaitingException() {
        super(
                Rule.of(
                        "session-not-open",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.session.messages",
                        "problem.session_not_open"),
                "The session takes no new PIN");
    }
}
