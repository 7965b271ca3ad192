package org.beistand.helpdesk.identity.control;

import org.beistand.helpdesk.platform.problem.DomainException;

/** So many passwords are being checked that this one has to come back later. */
public final class HashingBusyException extends DomainException {

    HashingBusyException() {
        super(
                Rule.of("busy", Status.UNAVAILABLE, "org.beistand.helpdesk.identity.messages", "error.busy"),
                "Too many passwords are being checked at once");
    }
}
