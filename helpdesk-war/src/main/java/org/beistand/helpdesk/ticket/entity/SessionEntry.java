package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A support session that happened for a ticket, as a card in its timeline. Written once, when the session is over. */
@Entity
@Table(name = "ticket_session_entry")
public non-sealed class SessionEntry implements TimelineEntry {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "ended_at", nullable = false, updatable = false)
    private Instant endedAt;

    @Column(name = "waiting_seconds", nullable = false, updatable = false)
    private long waitingSeconds;

    @Column(nullable = false, updatable = false, length = 40)
    private String outcome;

    @Convert(converter = SessionLines.Names.class)
    @Column(nullable = false, updatable = false, length = SessionLines.NAMES)
    private List<String> participants;

    @Convert(converter = SessionLines.Permissions.class)
    @Column(nullable = false, updatable = false, length = SessionLines.PERMISSIONS)
    private List<SessionSummary.PermissionDecided> permissions;

    @Column(name = "transcript_id", updatable = false)
    private @Nullable UUID transcriptId;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionEntry() {}

    /** @param author who ran the session */
    public SessionEntry(UUID id, UUID ticketId, SessionSummary summary, Author author, Instant at) {
        this.id = id;
        this.ticketId = ticketId;
        this.sessionId = summary.sessionId();
        this.startedAt = summary.startedAt();
        this.endedAt = summary.endedAt();
        this.waitingSeconds = summary.waiting().toSeconds();
        this.outcome = summary.outcome();
        this.participants = summary.participants();
        this.permissions = summary.permissions();
        this.transcriptId = summary.transcript().orElse(null);
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

    public SessionSummary summary() {
        return new SessionSummary(
                sessionId,
                startedAt,
                endedAt,
                Duration.ofSeconds(waitingSeconds),
                outcome,
                participants,
                permissions,
                Optional.ofNullable(transcriptId));
    }
}
