package org.beistand.helpdesk.platform.security;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The call needs a caller and has none. */
public final class NotSignedInException extends DomainException {

    public NotSignedInException() {
        super(
                Rule.of(
                        "not-signed-in",
                        Status.UNAUTHENTICATED,
                        "org.beistand.helpdesk.platform.messages",
                        "problem.not_signed_in"),
                "No caller");
    }
}
