package org.beistand.helpdesk.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A domain event as it was committed, in the order of the column {@code position}. Never changed. */
@Entity
@Table(name = "outbox_event")
public class OutboxEvent {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    @Column(nullable = false, length = 100)
    private String type;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    @Column(name = "correlation_id", nullable = false, length = 64)
    private String correlationId;

    @Column(nullable = false, length = 65536)
    private String payload;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OutboxEvent() {}

    public OutboxEvent(Optional<UUID> ticketId, String type, Instant occurredAt, String correlationId, String payload) {
        this.id = UUID.randomUUID();
        this.ticketId = ticketId.orElse(null);
        this.type = type;
        this.occurredAt = occurredAt;
        this.correlationId = correlationId;
        this.payload = payload;
    }

    public UUID id() {
        return id;
    }

    public Optional<UUID> ticketId() {
        return Optional.ofNullable(ticketId);
    }

    public String type() {
        return type;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String correlationId() {
        return correlationId;
    }

    /** JSON. */
    public String payload() {
        return payload;
    }
}
