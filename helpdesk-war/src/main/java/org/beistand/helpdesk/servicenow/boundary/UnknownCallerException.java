package org.beistand.helpdesk.servicenow.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A call from ServiceNow whose proof is none; the text says where new ones are made, not what was wrong with this one. */
public final class UnknownCallerException extends DomainException {

    UnknownCallerException() {
        super(
                Rule.of(
                        "servicenow-caller",
                        Status.UNAUTHENTICATED,
                        "org.beistand.helpdesk.servicenow.messages",
                        "caller.unknown"),
                "No access of this installation");
    }
}
