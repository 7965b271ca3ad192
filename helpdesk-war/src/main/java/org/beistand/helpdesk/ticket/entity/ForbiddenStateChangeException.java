package org.beistand.helpdesk.ticket.entity;

/** A state was asked for that may not follow the present one. */
public final class ForbiddenStateChangeException extends TicketException {

    ForbiddenStateChangeException(TicketState from, TicketState to) {
        super(
                "ticket-state-forbidden",
                Status.CONFLICT,
                "A ticket that is " + from + " can become " + from.successors() + ", but not " + to,
                from.name(),
                to.name());
    }
}
