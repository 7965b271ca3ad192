package org.beistand.helpdesk.ticket.control;

import java.util.UUID;
import org.beistand.helpdesk.platform.problem.DomainException;

/** The address belongs to another requester already: two people, or one who is known twice. */
public final class RequesterKnownException extends DomainException {

    RequesterKnownException(UUID id, String email) {
        super(
                Rule.of(
                        "requester-known",
                        Status.CONFLICT,
                        "org.beistand.helpdesk.ticket.messages",
                        "problem.requester-known",
                        email),
                "Another requester than " + id + " has that address");
    }
}
