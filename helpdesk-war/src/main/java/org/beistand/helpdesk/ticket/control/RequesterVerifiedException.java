package org.beistand.helpdesk.ticket.control;

import java.util.UUID;
import org.beistand.helpdesk.platform.problem.DomainException;

/** A directory or a login says who this requester is; nobody here knows better. */
public final class RequesterVerifiedException extends DomainException {

    RequesterVerifiedException(UUID id, String name) {
        super(
                Rule.of(
                        "requester-verified",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.ticket.messages",
                        "problem.requester-verified",
                        name),
                "requester " + id + " is verified");
    }
}
