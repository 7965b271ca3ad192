package org.beistand.helpdesk.ticket.entity;

/** Somebody else changed the ticket after the version this edit was based on; nothing was changed by this edit. */
public final class StaleTicketException extends TicketException {

    StaleTicketException(TicketNumber number, long currentVersion) {
        super(
                "ticket-changed-meanwhile",
                Status.CONFLICT,
                number + " was changed meanwhile and is now at version " + currentVersion,
                number.toString(),
                String.valueOf(currentVersion));
    }
}
