package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One field of a ticket changed from one value to another. Values are kept as the machine knows them (a state's name, a
 * technician's id), so that each reader sees them in their own language; an empty value is empty.
 */
@Entity
@Table(name = "ticket_field_change")
public non-sealed class FieldChange implements TimelineEntry {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private TicketField field;

    @Column(name = "from_value", nullable = false, updatable = false, length = TicketText.BODY)
    private String from;

    @Column(name = "to_value", nullable = false, updatable = false, length = TicketText.BODY)
    private String to;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected FieldChange() {}

    FieldChange(UUID ticketId, TicketField field, String from, String to, Author author, Instant at) {
        this.id = UUID.randomUUID();
        this.ticketId = ticketId;
        this.field = field;
        this.from = from;
        this.to = to;
        this.author = author;
        this.happenedAt = at;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID ticketId() {
        return ticketId;
    }

    @Override
    public Author author() {
        return author;
    }

    @Override
    public Instant at() {
        return happenedAt;
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
