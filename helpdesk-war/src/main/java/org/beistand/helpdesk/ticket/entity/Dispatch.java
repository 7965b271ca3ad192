package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that was sent to somebody for a ticket. Unlike other entries it goes on changing: queued, then sent or failed,
 * and delivered where the network tells of it. Carries an address and never what was written.
 */
@Entity
@Table(name = "ticket_dispatch")
public non-sealed class Dispatch extends TimelineRow implements TimelineEntry {

    private static final int LONGEST_REASON = 1000;

    /** By which way it went. */
    public enum Way {
        MAIL,
        SMS
    }

    /** What it was for. */
    public enum Purpose {
        /** Into a session. */
        INVITATION,
        /** The words of a public reply. */
        REPLY
    }

    /** What became of it. */
    public enum State {
        /** Waits for its turn, or for a server that is not there; the reason says which. */
        QUEUED,
        /** The server has taken it. */
        SENT,
        /** It has arrived, as the network says. */
        DELIVERED,
        /** It will not arrive; the reason says why. */
        FAILED
    }

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 8)
    private Way way;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private Purpose purpose;

    @Column(nullable = false, updatable = false, length = 254)
    private String recipient;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private State state;

    @Column(nullable = false, length = LONGEST_REASON)
    private String reason;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Dispatch() {}

    /** Queued now. @param recipient an e-mail address or a phone number */
    public Dispatch(UUID id, UUID ticketId, Way way, Purpose purpose, String recipient, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.way = way;
        this.purpose = purpose;
        this.recipient = recipient;
        this.state = State.QUEUED;
        this.reason = "";
        this.changedAt = at;
    }

    /** It waits longer. */
    public void waits(String why, Instant now) {
        if (state == State.QUEUED) {
            become(State.QUEUED, why, now);
        }
    }

    public void sent(Instant now) {
        if (state != State.DELIVERED) {
            become(State.SENT, "", now);
        }
    }

    /** Also after it was sent: a message may come back. */
    public void failed(String why, Instant now) {
        if (state != State.DELIVERED) {
            become(State.FAILED, why, now);
        }
    }

    /** What the network told of it later. @param said what it calls that */
    public void reported(boolean arrived, String said, Instant now) {
        if (arrived) {
            become(State.DELIVERED, "", now);
        } else {
            failed("undelivered: " + said, now);
        }
    }

    private void become(State next, String why, Instant now) {
        state = next;
        reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        changedAt = now;
    }

    public Way way() {
        return way;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String recipient() {
        return recipient;
    }

    public State state() {
        return state;
    }

    /** Why it waits or failed, or empty. */
    public String reason() {
        return reason;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Whether nothing will change any more by trying again. */
    public boolean isOver() {
        return state != State.QUEUED;
    }
}
