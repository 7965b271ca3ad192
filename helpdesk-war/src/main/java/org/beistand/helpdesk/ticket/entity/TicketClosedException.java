package org.beistand.helpdesk.ticket.entity;

/** Something was to be changed on, or told to the requester of, a ticket that is closed. */
public final class TicketClosedException extends TicketException {

    TicketClosedException(TicketNumber number) {
        super("ticket-closed", Status.CONFLICT, number + " is closed and takes internal notes only", number.toString());
    }
}
