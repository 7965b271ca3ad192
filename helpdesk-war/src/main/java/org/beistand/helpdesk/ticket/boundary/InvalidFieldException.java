package org.beistand.helpdesk.ticket.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** A field of a request is missing, unknown, or holds something it cannot hold. */
final class InvalidFieldException extends DomainException {

    InvalidFieldException(String field) {
        super(
                Rule.of(
                        "invalid-field",
                        Status.INVALID,
                        "org.beistand.helpdesk.ticket.messages",
                        "problem.invalid-field",
                        field),
                "Cannot read the field " + field);
    }

    InvalidFieldException(String field, Exception cause) {
        this(field);
        initCause(cause);
    }
}
