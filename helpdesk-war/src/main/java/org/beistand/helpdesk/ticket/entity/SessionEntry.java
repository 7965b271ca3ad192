package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A support session that happened for a ticket, as a card in its timeline. Written once, when the session is over. */
@Entity
@Table(name = "ticket_session_entry")
public non-sealed class SessionEntry extends TimelineRow implements TimelineEntry {

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

    /** Small, and wanted whenever the card is: one select for the cards of a ticket. */
    @OneToMany(mappedBy = "entry", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @OrderBy("position")
    private List<SessionFile> files;

    @Column(name = "more_files", nullable = false, updatable = false)
    private int moreFiles;

    @Column(name = "transcript_id", updatable = false)
    private @Nullable UUID transcriptId;

    @SuppressWarnings("NullAway.Init")
    protected SessionEntry() {}

    /** @param author who ran the session */
    public SessionEntry(UUID id, UUID ticketId, SessionSummary summary, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.sessionId = summary.sessionId();
        this.startedAt = summary.startedAt();
        this.endedAt = summary.endedAt();
        this.waitingSeconds = summary.waiting().toSeconds();
        this.outcome = summary.outcome();
        this.participants = summary.participants();
        this.permissions = summary.permissions();
        this.files = IntStream.range(0, summary.files().size())
                .mapToObj(position ->
                        new SessionFile(this, position, summary.files().get(position)))
                .toList();
        this.moreFiles = summary.moreFiles();
        this.transcriptId = summary.transcript().orElse(null);
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
                files.stream().map(SessionFile::moved).toList(),
                moreFiles,
                Optional.ofNullable(transcriptId));
    }
}
