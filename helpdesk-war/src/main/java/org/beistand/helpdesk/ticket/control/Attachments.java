package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.TicketEvent.AttachmentAdded;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.AttachmentName;
import org.beistand.helpdesk.ticket.entity.Author;
import org.hibernate.Session;

/** Files on tickets. Every method runs in the caller's transaction; none holds more of a file than one chunk. */
@ApplicationScoped
public class Attachments {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    Event<TicketEvent> events;

    @Inject
    Clock clock;

    /**
     * Attaches a small file that is at hand, for instance a transcript.
     *
     * @param name made safe here
     */
    public Attachment add(UUID ticketId, String name, byte[] bytes, Author author) {
        try (var file = SpooledFile.receive(new ByteArrayInputStream(bytes))) {
            return add(ticketId, name, file, author);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Attaches a file that has arrived. The caller closes it.
     *
     * @param name whatever the sender called it; made safe here
     */
    public Attachment add(UUID ticketId, String name, SpooledFile file, Author author) {
        var attachment = new Attachment(
                UUID.randomUUID(),
                ticketId,
                AttachmentName.of(name),
                file.mediaType(),
                file.size(),
                file.sha256Hex(),
                author,
                clock.instant());
        try (InputStream in = file.open()) {
            return add(attachment, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writing a large file takes seconds, in which others go on working with the ticket: it is locked after that. */
    Attachment add(Attachment attachment, InputStream in) {
        tickets.require(attachment.ticketId());
        entities.persist(attachment);
        entities.flush();
        var bytes = new AttachmentBytes(CurrentCompany.require());
        entities.unwrap(Session.class).doWork(connection -> {
            try {
                bytes.write(connection, attachment.id(), in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var ticket = tickets.requireForUpdate(attachment.ticketId());
        ticket.touch(attachment.at());
        events.fire(AttachmentAdded.of(CurrentCompany.require(), ticket, attachment));
        return attachment;
    }

    /** @throws NotFoundException unless the company has this ticket and the ticket this attachment */
    public Attachment require(UUID ticketId, String attachmentId) {
        return Ids.read(attachmentId)
                .map(id -> entities.find(Attachment.class, id))
                .filter(attachment -> attachment.ticketId().equals(ticketId))
                .orElseThrow(() -> new NotFoundException("attachment " + attachmentId + " of ticket " + ticketId));
    }

    /** One part of a file's bytes, counted from 0; empty after the last. */
    public Optional<byte[]> chunk(UUID attachmentId, int position) {
        var bytes = new AttachmentBytes(CurrentCompany.require());
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> bytes.read(connection, attachmentId, position));
    }
}
