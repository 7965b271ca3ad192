package org.beistand.helpdesk.platform.problem;

/** The caller is known, but may not do this. */
public final class ForbiddenException extends DomainException {

    /** @param why for the log */
    public ForbiddenException(String why) {
        super(
                Rule.of("forbidden", Status.FORBIDDEN, "org.beistand.helpdesk.platform.messages", "problem.forbidden"),
                "Forbidden: " + why);
    }
}
