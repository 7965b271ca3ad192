package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who came into a running session, left it, or leads it now: one line in the ticket's timeline. */
@Entity
@Table(name = "ticket_session_news")
public non-sealed class SessionNews extends TimelineRow implements TimelineEntry {

    /** What happened to whom, and who the entry's author is then. */
    public enum What {
        /** The author came in; the person invited them. */
        JOINED,
        /** The author, who is the person too, left on purpose. */
        LEFT,
        /** The author, a customer, removed the person. */
        REMOVED,
        /** The author handed the session to the person. */
        HANDED_OVER
    }

    /** @param person display name, as it was then */
    public record Fact(UUID sessionId, What what, String person) {}

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private What what;

    @Column(nullable = false, updatable = false, length = 200)
    private String person;

    @SuppressWarnings("NullAway.Init")
    protected SessionNews() {}

    public SessionNews(UUID id, UUID ticketId, Fact fact, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.sessionId = fact.sessionId();
        this.what = fact.what();
        this.person = fact.person();
    }

    public Fact fact() {
        return new Fact(sessionId, what, person);
    }
}
