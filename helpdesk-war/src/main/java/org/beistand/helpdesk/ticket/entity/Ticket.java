package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One request for help, from the first word to the last.
 *
 * <p>A ticket is born {@link TicketState#NEW}, for one requester, with a number that is never given again. The first
 * technician who takes or answers it makes it {@link TicketState#OPEN}; it may wait {@link TicketState#PENDING} for an
 * answer, and the requester's answer wakes it again. A technician who thinks it solved makes it
 * {@link TicketState#RESOLVED}; the requester's word after that opens it once more. {@link TicketState#CLOSED} is the
 * end: from then on it takes internal notes (somebody will always remember something later) and no change.
 *
 * <p>Every change leaves a {@link FieldChange} in the timeline. Replies, notes, sessions and attachments are entries of
 * their own and do not count as a change: they never make another technician's edit stale.
 */
@Entity
@Table(name = "ticket")
public class Ticket {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, updatable = false)
    private long number;

    @Version
    private long version;

    @Column(nullable = false, length = TicketText.SUBJECT)
    private String subject;

    @Column(nullable = false, length = TicketText.BODY)
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private TicketState state;

    @Convert(converter = PriorityRank.class)
    @Column(nullable = false)
    private TicketPriority priority;

    @Column(name = "requester_id", nullable = false)
    private UUID requesterId;

    @Column(name = "channel_id")
    private @Nullable UUID channelId;

    @Column(name = "assignee_id")
    private @Nullable UUID assigneeId;

    @Column(nullable = false, length = TicketText.SUBJECT)
    private String device;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @OptimisticLock(excluded = true)
    @Column(name = "active_at", nullable = false)
    private Instant activeAt;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    private Ticket(UUID id, UUID requesterId, String subject, String description, Instant at) {
        this.id = id;
        this.requesterId = requesterId;
        this.subject = TicketText.subject(subject);
        this.description = TicketText.description(description);
        this.state = TicketState.NEW;
        this.priority = TicketPriority.NORMAL;
        this.device = "";
        this.createdAt = at;
        this.activeAt = at;
    }

    /**
     * A new ticket of normal priority that nobody works on yet.
     *
     * @throws TicketTextException if subject or description is missing or too long
     */
    public static Ticket open(UUID id, UUID requesterId, String subject, String description, Instant at) {
        return new Ticket(id, requesterId, subject, description, at);
    }

    /** Gives a new ticket its number, once. */
    public Ticket numbered(TicketNumber given) {
        if (number != 0) {
            throw new IllegalStateException(number() + " is numbered already");
        }
        number = given.value();
        return this;
    }

    /** How a ticket starts out when more than its text is known: where it came from and how urgent it is. */
    public Ticket arrivingBy(Optional<UUID> channel, TicketPriority urgency) {
        channelId = channel.orElse(null);
        priority = urgency;
        return this;
    }

    /** How a ticket starts out when it is known what it is about. */
    public Ticket about(String thing) {
        device = TicketText.device(thing);
        return this;
    }

    /**
     * Refuses an edit that was written against an older version.
     *
     * @throws StaleTicketException if somebody changed the ticket since
     */
    public void requireVersion(long expected) {
        if (version != expected) {
            throw new StaleTicketException(number(), version);
        }
    }

    /**
     * Makes the ticket as the edit says, all of it or, by exception, nothing.
     *
     * @return one entry for each field that is really different now, in a fixed order; empty if nothing is
     */
    public List<FieldChange> change(TicketEdit edit, Author by, Instant at) {
        if (state == TicketState.CLOSED) {
            throw new TicketClosedException(number());
        }
        var newSubject = edit.subject().map(TicketText::subject);
        var newDescription = edit.description().map(TicketText::description);
        var newDevice = edit.device().map(TicketText::device);
        var changes = new FieldChanges(id, by, at);
        edit.state().ifPresent(next -> changeState(next, changes));
        subject = changes.text(TicketField.SUBJECT, subject, newSubject);
        description = changes.text(TicketField.DESCRIPTION, description, newDescription);
        edit.priority().ifPresent(next -> {
            changes.note(TicketField.PRIORITY, priority.name(), next.name());
            priority = next;
        });
        edit.requester().ifPresent(next -> {
            changes.note(TicketField.REQUESTER, requesterId.toString(), next.toString());
            requesterId = next;
        });
        edit.channel().ifPresent(next -> {
            changes.note(TicketField.CHANNEL, text(channelId), next.toString());
            channelId = next;
        });
        device = changes.text(TicketField.DEVICE, device, newDevice);
        edit.assignee().ifPresent(next -> assign(next.technician(), changes));
        if (!changes.entries().isEmpty()) {
            touch(at);
        }
        return changes.entries();
    }

    private void changeState(TicketState next, FieldChanges changes) {
        if (next == state) {
            return;
        }
        if (!state.mayBecome(next)) {
            throw new ForbiddenStateChangeException(state, next);
        }
        changes.note(TicketField.STATE, state.name(), next.name());
        state = next;
    }

    /** Taking a new ticket is opening it; nobody should have to say both. */
    private void assign(Optional<UUID> technician, FieldChanges changes) {
        changes.note(
                TicketField.ASSIGNEE,
                text(assigneeId),
                technician.map(UUID::toString).orElse(""));
        assigneeId = technician.orElse(null);
        if (technician.isPresent() && state == TicketState.NEW) {
            changeState(TicketState.OPEN, changes);
        }
    }

    /**
     * A public word, to the requester or from them.
     *
     * @param attachments what is published with it; everything else attached to the ticket stays internal
     */
    public PublicReply reply(UUID entryId, String text, List<UUID> attachments, Author by, Instant at) {
        if (state == TicketState.CLOSED) {
            throw new TicketClosedException(number());
        }
        touch(at);
        return new PublicReply(entryId, id, TicketText.body("text", text), attachments, by, at);
    }

    /** The state that a public word by that kind of person implies: see the class comment. */
    public TicketState stateAfterReply(Author.Kind by) {
        return switch (by) {
            case TECHNICIAN -> state == TicketState.NEW ? TicketState.OPEN : state;
            case CUSTOMER -> state == TicketState.PENDING || state == TicketState.RESOLVED ? TicketState.OPEN : state;
            case SYSTEM -> state;
        };
    }

    /** Words among technicians. Allowed in every state. */
    public InternalNote note(UUID entryId, String text, Author by, Instant at) {
        touch(at);
        return new InternalNote(entryId, id, TicketText.body("text", text), by, at);
    }

    /** Marks that something happened; lists are sorted by this. Does not make anybody's edit stale. */
    public void touch(Instant at) {
        if (at.isAfter(activeAt)) {
            activeAt = at;
        }
    }

    public UUID id() {
        return id;
    }

    public TicketNumber number() {
        return new TicketNumber(number);
    }

    /** Counts the changes of fields; what an edit is compared with. */
    public long version() {
        return version;
    }

    public String subject() {
        return subject;
    }

    /** Plain text, maybe empty. */
    public String description() {
        return description;
    }

    public TicketState state() {
        return state;
    }

    public TicketPriority priority() {
        return priority;
    }

    public UUID requesterId() {
        return requesterId;
    }

    public Optional<UUID> channelId() {
        return Optional.ofNullable(channelId);
    }

    public Optional<UUID> assigneeId() {
        return Optional.ofNullable(assigneeId);
    }

    /** What it is about, by the name or serial number on it; empty if nobody said. */
    public String device() {
        return device;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When anything last happened: a change, a reply, a note, an attachment or a session. */
    public Instant activeAt() {
        return activeAt;
    }

    private static String text(@Nullable UUID value) {
        return value == null ? "" : value.toString();
    }
}
