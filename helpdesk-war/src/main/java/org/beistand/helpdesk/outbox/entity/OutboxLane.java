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

/**
 * Everything one destination is to hear about one ticket, in order. Sleeps while nothing is owed, is due when something
 * is, and belongs to one worker while that works on it. A worker that dies is believed until its lease runs out; then the
 * lane is anybody's again.
 */
@Entity
@Table(name = "outbox_lane")
public class OutboxLane {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, updatable = false, length = 40)
    private String destination;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(length = 40)
    private @Nullable String owner;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OutboxLane() {}

    public UUID id() {
        return id;
    }

    public String destination() {
        return destination;
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** Something is owed. A lane that is backing off goes on backing off. */
    public void wake(Instant now) {
        if (dueAt == null) {
            dueAt = now;
        }
    }

    /** Somebody wants to see it tried, whatever it was waiting for. */
    public void hurry(Instant now) {
        dueAt = now;
    }

    public void take(String worker, Instant until) {
        owner = worker;
        leaseUntil = until;
    }

    public boolean belongsTo(String worker) {
        return worker.equals(owner);
    }

    /** @param next when to look again; empty when nothing is owed */
    public void giveBack(Optional<Instant> next) {
        owner = null;
        leaseUntil = null;
        dueAt = next.orElse(null);
    }
}
