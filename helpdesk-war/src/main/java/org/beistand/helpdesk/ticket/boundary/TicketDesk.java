package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.boundary.EntryView.AttachmentView;
import org.beistand.helpdesk.ticket.boundary.EntryView.NoteView;
import org.beistand.helpdesk.ticket.boundary.EntryView.ReplyView;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.RecordedSessions;
import org.beistand.helpdesk.ticket.control.RequesterChanges;
import org.beistand.helpdesk.ticket.control.SpooledFile;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * What a technician does with a ticket, each use case in one transaction; pages and REST come through here alike. A
 * ticket is named by its number or its id; one of another company is answered like one that does not exist.
 */
@ApplicationScoped
@Transactional
public class TicketDesk {

    @Inject
    Tickets tickets;

    @Inject
    TicketChanges changes;

    @Inject
    TicketTimeline timeline;

    @Inject
    Attachments attachments;

    @Inject
    RequesterChanges requesters;

    @Inject
    TicketViews views;

    @Inject
    Technicians technicians;

    @Inject
    RecordedSessions recordings;

    @Inject
    CurrentCaller caller;

    public TicketView ticket(String reference) {
        return views.of(tickets.require(reference));
    }

    /** The name behind an id in a field of a ticket; empty for an unknown one. */
    public String name(TicketField field, String value) {
        return views.of(field, value);
    }

    /** Everything that happened, oldest first. */
    public List<EntryView> timeline(String reference) {
        var id = tickets.require(reference).id();
        var recorded = recordings.ofTicket(id);
        return timeline.entries(id).stream()
                .map(entry -> EntryView.of(entry, views, recorded))
                .toList();
    }

    /** The public replies, oldest first. */
    public List<ReplyView> replies(String reference) {
        var id = tickets.require(reference).id();
        return timeline.publicReplies(id).stream().map(ReplyView::of).toList();
    }

    /** The internal notes, oldest first. */
    public List<NoteView> notes(String reference) {
        var id = tickets.require(reference).id();
        return timeline.of(InternalNote.class, id).stream().map(NoteView::of).toList();
    }

    /** The files, oldest first. */
    public List<AttachmentView> attachments(String reference) {
        var id = tickets.require(reference).id();
        return timeline.of(Attachment.class, id).stream()
                .map(AttachmentView::of)
                .toList();
    }

    public TicketView open(NewTicket wanted) {
        return views.of(changes.open(wanted, author()));
    }

    /** @throws org.beistand.helpdesk.ticket.entity.StaleTicketException if somebody changed the ticket since */
    public TicketView change(String reference, long expectedVersion, TicketEdit edit) {
        var ticket = tickets.require(reference);
        changes.change(ticket.id(), expectedVersion, edit, author());
        return views.of(ticket);
    }

    /** Corrects who asks for help, on all their tickets; what is left out stays. */
    public PersonView correctRequester(String reference, Optional<String> name, Optional<String> email) {
        var ticket = tickets.require(reference);
        var known = views.of(ticket).requester();
        var called = name.map(String::strip).orElse(known.name());
        var address = email.map(String::strip).orElse(known.email());
        if (!RequesterLookup.isName(called)) {
            throw new InvalidFieldException("name");
        }
        if (!RequesterLookup.isAddress(address) && !address.equals(known.email())) {
            throw new InvalidFieldException("email");
        }
        return PersonView.of(
                requesters.correct(ticket, called, address, caller.require().name()));
    }

    public ReplyView reply(String reference, String text, List<UUID> published, Optional<TicketState> next) {
        var id = tickets.require(reference).id();
        return ReplyView.of(timeline.addPublicReply(id, text, published, author(), next));
    }

    public NoteView note(String reference, String text) {
        var id = tickets.require(reference).id();
        return NoteView.of(timeline.addInternalNote(id, text, author()));
    }

    public AttachmentView attach(String reference, String name, SpooledFile file) {
        var id = tickets.require(reference).id();
        return AttachmentView.of(attachments.add(id, name, file, author()));
    }

    public AttachmentView attachment(String reference, String attachmentId) {
        var id = tickets.require(reference).id();
        return AttachmentView.of(attachments.require(id, attachmentId));
    }

    /** Part of a file that {@link #attachment} found; a transaction of its own, so a slow reader holds none open. */
    public Optional<byte[]> chunk(UUID attachmentId, int position) {
        return attachments.chunk(attachmentId, position);
    }

    private Author author() {
        var who = caller.require();
        var name =
                technicians.byId(who.accountId()).map(Technician::displayName).orElse(who.name());
        return Author.technician(who.accountId(), name);
    }
}
