package org.beistand.helpdesk.ticket.entity;

import org.beistand.helpdesk.platform.problem.DomainException;

/** The parent of every broken rule about tickets. */
public abstract sealed class TicketException extends DomainException
        permits ForbiddenStateChangeException, TicketClosedException, TicketTextException, StaleTicketException {

    private static final String BUNDLE = "org.beistand.helpdesk.ticket.messages";

    TicketException(String type, Status status, String message, Object... arguments) {
        super(Rule.of(type, status, BUNDLE, "problem." + type, arguments), message);
    }
}
