package org.beistand.helpdesk.ticket.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.Ticket;

/**
 * What happens to tickets, for whoever wants to know. Text of an internal note travels in {@link InternalNoteAdded} and
 * in nothing else.
 */
public sealed interface TicketEvent extends DomainEvent {

    /** The ticket, as every event names it. */
    record TicketReference(UUID id, String number) {
        static TicketReference to(Ticket ticket) {
            return new TicketReference(ticket.id(), ticket.number().toString());
        }
    }

    TicketReference ticket();

    @Override
    default Optional<UUID> ticketId() {
        return Optional.of(ticket().id());
    }

    /** Somebody asked for help. */
    record TicketCreated(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** The ticket as it began. */
        public record Payload(
                String number,
                String subject,
                String description,
                String state,
                String priority,
                String requesterId,
                String assigneeId,
                String channelId,
                String author) {}

        static TicketCreated of(UUID company, Ticket ticket, Author author) {
            var payload = new Payload(
                    ticket.number().toString(),
                    ticket.subject(),
                    ticket.description(),
                    ticket.state().name(),
                    ticket.priority().name(),
                    ticket.requesterId().toString(),
                    ticket.assigneeId().map(UUID::toString).orElse(""),
                    ticket.channelId().map(UUID::toString).orElse(""),
                    author.name());
            return new TicketCreated(company, TicketReference.to(ticket), ticket.createdAt(), payload);
        }

        @Override
        public String type() {
            return "ticket.created";
        }
    }

    /** Fields of the ticket are different now. */
    record TicketChanged(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** All that one edit changed. */
        public record Payload(String number, String author, List<Change> changes) {}

        /** One field. */
        public record Change(String field, String from, String to) {}

        static TicketChanged of(UUID company, Ticket ticket, List<FieldChange> changes) {
            var first = changes.getFirst();
            var listed = changes.stream()
                    .map(change -> new Change(change.field().name(), change.from(), change.to()))
                    .toList();
            var payload = new Payload(ticket.number().toString(), first.author().name(), listed);
            return new TicketChanged(company, TicketReference.to(ticket), first.at(), payload);
        }

        @Override
        public String type() {
            return "ticket.changed";
        }
    }

    /** The name or address of whoever asks for help was corrected, on all their tickets. */
    record RequesterCorrected(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** Who it is, and how they are written now. */
        public record Payload(String number, String requesterId, String name, String email) {}

        static RequesterCorrected of(UUID company, Ticket ticket, Customer requester, Instant at) {
            var payload = new Payload(
                    ticket.number().toString(), requester.id().toString(), requester.name(), requester.email());
            return new RequesterCorrected(company, TicketReference.to(ticket), at, payload);
        }

        @Override
        public String type() {
            return "ticket.requester_corrected";
        }
    }

    /** A public word was said. */
    record PublicReplyAdded(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** The words and what was sent with them. */
        public record Payload(
                String number,
                String replyId,
                String author,
                String authorKind,
                String text,
                List<String> attachments) {}

        static PublicReplyAdded of(UUID company, Ticket ticket, PublicReply reply) {
            var payload = new Payload(
                    ticket.number().toString(),
                    reply.id().toString(),
                    reply.author().name(),
                    reply.author().kind().name(),
                    reply.text(),
                    reply.attachments().stream().map(UUID::toString).toList());
            return new PublicReplyAdded(company, TicketReference.to(ticket), reply.at(), payload);
        }

        @Override
        public String type() {
            return "ticket.public_reply_added";
        }
    }

    /** Something was said among technicians. For destinations that are inside, such as the technicians' own tool. */
    record InternalNoteAdded(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** The words. */
        public record Payload(String number, String noteId, String author, String internalText) {}

        static InternalNoteAdded of(UUID company, Ticket ticket, InternalNote note) {
            var payload = new Payload(
                    ticket.number().toString(),
                    note.id().toString(),
                    note.author().name(),
                    note.text());
            return new InternalNoteAdded(company, TicketReference.to(ticket), note.at(), payload);
        }

        @Override
        public String type() {
            return "ticket.internal_note_added";
        }
    }

    /** A file was attached; its bytes are fetched by id. */
    record AttachmentAdded(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** The file, without its bytes. */
        public record Payload(
                String number,
                String attachmentId,
                String author,
                String name,
                String mediaType,
                long size,
                String sha256) {}

        static AttachmentAdded of(UUID company, Ticket ticket, Attachment attachment) {
            var payload = new Payload(
                    ticket.number().toString(),
                    attachment.id().toString(),
                    attachment.author().name(),
                    attachment.name().value(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.sha256());
            return new AttachmentAdded(company, TicketReference.to(ticket), attachment.at(), payload);
        }

        @Override
        public String type() {
            return "ticket.attachment_added";
        }
    }

    /** A support session was written into the ticket. */
    record SessionEntryAdded(UUID companyId, TicketReference ticket, Instant occurredAt, Payload payload)
            implements TicketEvent {

        /** The session in figures. */
        public record Payload(
                String number,
                String sessionId,
                String startedAt,
                String endedAt,
                long durationSeconds,
                long waitingSeconds,
                String outcome) {}

        static SessionEntryAdded of(UUID company, Ticket ticket, SessionEntry entry) {
            var summary = entry.summary();
            var payload = new Payload(
                    ticket.number().toString(),
                    summary.sessionId().toString(),
                    summary.startedAt().toString(),
                    summary.endedAt().toString(),
                    summary.duration().toSeconds(),
                    summary.waiting().toSeconds(),
                    summary.outcome());
            return new SessionEntryAdded(company, TicketReference.to(ticket), entry.at(), payload);
        }

        @Override
        public String type() {
            return "ticket.session_entry_added";
        }
    }
}
