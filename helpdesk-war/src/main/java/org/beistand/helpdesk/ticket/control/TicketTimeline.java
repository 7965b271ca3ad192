package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.TicketEvent.InternalNoteAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.PublicReplyAdded;
import org.beistand.helpdesk.ticket.control.TicketEvent.SessionEntryAdded;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionNews;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.helpdesk.ticket.entity.TimelineEntry;

/**
 * Adds to a ticket's timeline and reads it. Other rooms add what they have to tell here; each call runs in the caller's
 * transaction, with the company of {@link CurrentCompany}, and fires its event in it.
 */
@ApplicationScoped
public class TicketTimeline {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    TicketChanges changes;

    @Inject
    TicketWords words;

    @Inject
    Event<TicketEvent> events;

    @Inject
    Clock clock;

    /**
     * Says something the requester may read, or takes what the requester said.
     *
     * @param attachments of the same ticket, published with it
     * @param next the state the author wants afterwards; empty for the one that a reply implies
     * @throws NotFoundException if the ticket, or one of the attachments on it, does not exist
     */
    public PublicReply addPublicReply(
            UUID ticketId, String text, List<UUID> attachments, Author author, Optional<TicketState> next) {
        var ticket = tickets.requireForUpdate(ticketId);
        attachments.forEach(id -> requireAttachment(ticketId, id));
        var reply = ticket.reply(UUID.randomUUID(), text, attachments, author, clock.instant());
        entities.persist(reply);
        var state = next.orElseGet(() -> ticket.stateAfterReply(author.kind()));
        changes.apply(ticket, TicketEdit.nothing().withState(state), author);
        words.refresh(ticket);
        events.fire(PublicReplyAdded.of(CurrentCompany.require(), ticket, reply));
        return reply;
    }

    /** Says something among technicians. */
    public InternalNote addInternalNote(UUID ticketId, String text, Author author) {
        var ticket = tickets.requireForUpdate(ticketId);
        var note = ticket.note(UUID.randomUUID(), text, author, clock.instant());
        entities.persist(note);
        words.refresh(ticket);
        events.fire(InternalNoteAdded.of(CurrentCompany.require(), ticket, note));
        return note;
    }

    /**
     * SESSION-FLOW 9: writes a finished session into its ticket. Idempotent by the session's id: reported again, the
     * first entry is returned and nothing happens.
     *
     * @param author the technician who ran it, or {@link Author#system()}
     */
    public SessionEntry addSessionEntry(UUID ticketId, SessionSummary summary, Author author) {
        var ticket = tickets.requireForUpdate(ticketId);
        var known = entities.createQuery("from SessionEntry where sessionId = :session", SessionEntry.class)
                .setParameter("session", summary.sessionId())
                .getResultStream()
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        summary.transcript().ifPresent(id -> requireAttachment(ticketId, id));
        var entry = new SessionEntry(UUID.randomUUID(), ticketId, summary, author, clock.instant());
        entities.persist(entry);
        ticket.touch(entry.at());
        events.fire(SessionEntryAdded.of(CurrentCompany.require(), ticket, entry));
        return entry;
    }

    /**
     * Writes down who came into a running session, left it or leads it now. The ticket itself does not change by it, so
     * that nobody who is writing in it is told to look again.
     */
    public void addSessionNews(UUID ticketId, SessionNews.Fact fact, Author author, Instant at) {
        entities.persist(new SessionNews(UUID.randomUUID(), ticketId, fact, author, at));
    }

    /** Writes down what the customer said about a session. As with news, the ticket itself does not change by it. */
    public void addSurveyAnswer(UUID ticketId, SurveyAnswer.Said said, Author author, Instant at) {
        entities.persist(new SurveyAnswer(UUID.randomUUID(), ticketId, said, author, at));
    }

    /** What the customer said about that session. */
    public Optional<SurveyAnswer> surveyAnswer(UUID sessionId) {
        return entities.createQuery("from SurveyAnswer where sessionId = :session", SurveyAnswer.class)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }

    /** Everything that happened to a ticket, oldest first; for technicians' eyes. */
    public List<TimelineEntry> entries(UUID ticketId) {
        List<TimelineEntry> entries = new ArrayList<>();
        entries.addAll(of(PublicReply.class, ticketId));
        entries.addAll(of(InternalNote.class, ticketId));
        entries.addAll(of(FieldChange.class, ticketId));
        entries.addAll(of(Attachment.class, ticketId));
        entries.addAll(of(SessionEntry.class, ticketId));
        entries.addAll(of(SessionNews.class, ticketId));
        entries.addAll(of(SurveyAnswer.class, ticketId));
        entries.addAll(of(Dispatch.class, ticketId));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    /** One public word; never anything else, whatever the id. */
    public Optional<PublicReply> publicReply(UUID replyId) {
        return Optional.ofNullable(entities.find(PublicReply.class, replyId));
    }

    /** What a requester may read, oldest first. */
    public List<PublicReply> publicReplies(UUID ticketId) {
        return of(PublicReply.class, ticketId);
    }

    /** Entries of one kind, oldest first; for technicians' eyes, whatever the kind. */
    public <E extends TimelineEntry> List<E> of(Class<E> kind, UUID ticketId) {
        return entities.createQuery(
                        "from " + kind.getSimpleName() + " where ticketId = :ticket order by happenedAt, id", kind)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    private void requireAttachment(UUID ticketId, UUID attachmentId) {
        var attachment = entities.find(Attachment.class, attachmentId);
        if (attachment == null || !attachment.ticketId().equals(ticketId)) {
            throw new NotFoundException("attachment " + attachmentId + " of ticket " + ticketId);
        }
    }
}
