package org.beistand.helpdesk.ticket.entity;

/** The fields of a ticket that can be changed, as the history names them. */
public enum TicketField {
    SUBJECT,
    DESCRIPTION,
    STATE,
    PRIORITY,
    ASSIGNEE,
    REQUESTER,
    CHANNEL,
    DEVICE
}
