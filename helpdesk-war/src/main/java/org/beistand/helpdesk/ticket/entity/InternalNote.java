package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Words among technicians. Never leaves the desk: no e-mail, no customer page, no public event carries one. */
@Entity
@Table(name = "ticket_internal_note")
public non-sealed class InternalNote implements TimelineEntry {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(nullable = false, updatable = false, length = TicketText.BODY)
    private String text;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected InternalNote() {}

    InternalNote(UUID id, UUID ticketId, String text, Author author, Instant at) {
        this.id = id;
        this.ticketId = ticketId;
        this.text = text;
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

    /** Plain text, line breaks kept. */
    public String text() {
        return text;
    }
}
