package org.beistand.helpdesk.ticket.entity;

/** A text is missing or longer than its field holds. */
public final class TicketTextException extends TicketException {

    TicketTextException(String field, int limit) {
        super("ticket-" + field, Status.INVALID, "The " + field + " needs 1 to " + limit + " characters", limit);
    }
}
