package org.beistand.helpdesk.session.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The customer has removed the technician from the session: only another session brings them together again. */
public final class RemovedByCustomerException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param who for the log */
    public RemovedByCustomerException(String who) {
        super(
                Rule.of(
                        "removed-by-customer",
                        Status.FORBIDDEN,
                        "org.beistand.helpdesk.session.messages",
                        "problem.removed_by_customer"),
                who + " was removed by the customer");
    }
}
