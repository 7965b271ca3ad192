package org.beistand.helpdesk.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one destination. Waits; each attempt is counted before it is made, because nobody can count
 * after a crash; ends delivered, or parked for somebody to look at, who replays or discards it.
 */
@Entity
@Table(name = "outbox_delivery")
public class OutboxDelivery {

    /** Reasons come from outside and may be long. */
    private static final int LONGEST_REASON = 1000;

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        DELIVERED,
        PARKED,
        DISCARDED
    }

    @Id
    private UUID id;

    /** Given by the database. */
    @Column(insertable = false, updatable = false)
    private long position;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "lane_id", nullable = false, updatable = false)
    private UUID laneId;

    @Column(name = "event_id", nullable = false, updatable = false)
    private UUID eventId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private State state;

    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false)
    private int failures;

    @Column(nullable = false, length = LONGEST_REASON)
    private String reason;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "tried_at")
    private @Nullable Instant triedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OutboxDelivery() {}

    public OutboxDelivery(UUID laneId, UUID eventId, Instant now) {
        this.id = UUID.randomUUID();
        this.laneId = laneId;
        this.eventId = eventId;
        this.state = State.WAITING;
        this.reason = "";
        this.createdAt = now;
    }

    public void begin(Instant now) {
        attempts++;
        triedAt = now;
    }

    public void delivered() {
        state = State.DELIVERED;
        reason = "";
    }

    /** @param own whether this letter is the trouble, and not the destination as a whole */
    public void failed(String why, boolean own) {
        reason = shortened(why);
        failures += own ? 1 : 0;
    }

    public void park(String why) {
        state = State.PARKED;
        reason = shortened(why);
    }

    /** Once more from the start of its patience. Attempts stay counted: an earlier one may have had its effect. */
    public void replay() {
        state = State.WAITING;
        failures = 0;
    }

    public void discard() {
        state = State.DISCARDED;
    }

    public UUID id() {
        return id;
    }

    public UUID laneId() {
        return laneId;
    }

    public UUID eventId() {
        return eventId;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public int failures() {
        return failures;
    }

    /** Why the last attempt failed, or empty. */
    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> triedAt() {
        return Optional.ofNullable(triedAt);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
