package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One field of a ticket changed from one value to another. Values are kept as the machine knows them (a state's name, a
 * technician's id), so that each reader sees them in their own language; an empty value is empty.
 */
@Entity
@Table(name = "ticket_field_change")
public non-sealed class FieldChange extends TimelineRow implements TimelineEntry {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private TicketField field;

    @Column(name = "from_value", nullable = false, updatable = false, length = TicketText.BODY)
    private String from;

    @Column(name = "to_value", nullable = false, updatable = false, length = TicketText.BODY)
    private String to;

    @SuppressWarnings("NullAway.Init")
    protected FieldChange() {}

    FieldChange(UUID ticketId, TicketField field, String from, String to, Author author, Instant at) {
        super(UUID.randomUUID(), ticketId, author, at);
        this.field = field;
        this.from = from;
        this.to = to;
    }

    public TicketField field() {
        return field;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }
}
