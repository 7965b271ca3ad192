package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What the tables of all {@linkplain TimelineEntry kinds of entry} have in common: whose it is, who did it, and when. */
@MappedSuperclass
abstract class TimelineRow {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    TimelineRow() {}

    TimelineRow(UUID id, UUID ticketId, Author author, Instant at) {
        this.id = id;
        this.ticketId = ticketId;
        this.author = author;
        this.happenedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public Author author() {
        return author;
    }

    public Instant at() {
        return happenedAt;
    }
}
