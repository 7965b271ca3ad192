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

/**
 * A technician whom somebody brought into a session beside the one who leads it. The customer may remove them, for good;
 * nothing else takes the invitation back while the session runs.
 */
@Entity
@Table(name = "session_colleague")
public class Colleague {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "technician_id", nullable = false, updatable = false)
    private UUID technicianId;

    @Column(nullable = false, updatable = false, length = 200)
    private String name;

    @Column(name = "invited_by", nullable = false, updatable = false, length = 200)
    private String invitedBy;

    @Column(name = "invited_at", nullable = false, updatable = false)
    private Instant invitedAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected Colleague() {}

    public Colleague(UUID sessionId, UUID technicianId, String name, String invitedBy, Instant invitedAt) {
        this.id = UUID.randomUUID();
        this.sessionId = sessionId;
        this.technicianId = technicianId;
        this.name = name;
        this.invitedBy = invitedBy;
        this.invitedAt = invitedAt;
    }

    /** The customer does not want them in the session any more. */
    public void remove(Instant at) {
        if (removedAt == null) {
            removedAt = at;
        }
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID technicianId() {
        return technicianId;
    }

    public String name() {
        return name;
    }

    /** Display name of who brought them in. */
    public String invitedBy() {
        return invitedBy;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Optional<Instant> removedAt() {
        return Optional.ofNullable(removedAt);
    }
}
