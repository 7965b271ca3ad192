package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One person's presence in a session, from the first joining to the last leaving. */
@Entity
@Table(name = "session_participation")
public class Participation {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(nullable = false, updatable = false)
    private UUID subject;

    @Column(nullable = false, updatable = false)
    private boolean customer;

    @Column(nullable = false, updatable = false, length = 200)
    private String name;

    @Column(name = "joined_at", nullable = false, updatable = false)
    private Instant joinedAt;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @SuppressWarnings("NullAway.Init")
    protected Participation() {}

    public Participation(UUID sessionId, UUID subject, boolean customer, String name, Instant joinedAt) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.subject = subject;
        this.customer = customer;
        this.name = name;
        this.joinedAt = joinedAt;
    }

    public void cameBack() {
        leftAt = null;
    }

    public void left(Instant at) {
        leftAt = at;
    }

    public UUID subject() {
        return subject;
    }

    public boolean isCustomer() {
        return customer;
    }

    public String name() {
        return name;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }
}
