package org.beistand.helpdesk.platform.problem;

/** What was asked for does not exist, or belongs to another company: the two are answered alike. */
public final class NotFoundException extends DomainException {

    /** @param what e.g. {@code "ticket INC-1042"}, for the log */
    public NotFoundException(String what) {
        super(
                Rule.of("not-found", Status.NOT_FOUND, "org.beistand.helpdesk.platform.messages", "problem.not_found"),
                "Not found: " + what);
    }
}
