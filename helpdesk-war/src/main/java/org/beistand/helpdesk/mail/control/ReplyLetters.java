package org.beistand.helpdesk.mail.control;

import static org.beistand.helpdesk.mail.control.MailLook.paragraph;
import static org.beistand.helpdesk.mail.control.MailLook.small;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.OutgoingMail;
import org.beistand.integration.mail.PublicWords;

/**
 * Writes what a technician said publicly to the requester. Takes a {@link PublicReply} and cannot be handed anything else:
 * an internal note is of another class, in another table.
 */
@ApplicationScoped
public class ReplyLetters {

    /** What every provider takes after the third that encoding adds. */
    private static final long MOST_BYTES = 15L * 1024 * 1024;

    private static final int MOST_REFERENCES = 20;

    @Inject
    TicketTimeline timeline;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    Attachments attachments;

    @Inject
    MailMessages messages;

    @Inject
    MailLook look;

    /** Empty if the reply is gone or its requester has no address. */
    public Optional<OutgoingMail> letter(UUID replyId, MailAddress from) {
        return timeline.publicReply(replyId).flatMap(reply -> {
            Ticket ticket = tickets.require(reply.ticketId());
            return customers
                    .byId(ticket.requesterId())
                    .filter(requester -> MailAddress.isReachable(requester.email()))
                    .map(requester -> letter(
                            reply,
                            ticket,
                            from,
                            new MailAddress(requester.name(), requester.email()),
                            requester.language()));
        });
    }

    private OutgoingMail letter(PublicReply reply, Ticket ticket, MailAddress from, MailAddress to, Locale language) {
        List<OutgoingMail.File> files = new ArrayList<>();
        List<String> tooLarge = new ArrayList<>();
        long room = MOST_BYTES;
        for (UUID id : reply.attachments()) {
            Attachment attachment = attachments.require(ticket.id(), id.toString());
            if (attachment.size() > room) {
                tooLarge.add(attachment.name().value());
            } else {
                room -= attachment.size();
                files.add(new OutgoingMail.File(attachment.name().value(), attachment.mediaType(), bytes(attachment)));
            }
        }
        String number = ticket.number().toString();
        return new OutgoingMail(
                reply.id(),
                from,
                to,
                "[" + number + "] " + ticket.subject(),
                words(reply, number, language, tooLarge),
                language,
                messages.conversation(ticket.id(), MOST_REFERENCES),
                files,
                false);
    }

    private PublicWords words(PublicReply reply, String number, Locale language, List<String> tooLarge) {
        String company = look.companyName();
        String cut = tooLarge.isEmpty() ? "" : look.text(language, "reply.cut", String.join(", ", tooLarge));
        String foot = look.text(language, "reply.foot", number);
        String signature = reply.author().name() + "\n" + company;
        String text =
                reply.text() + "\n\n" + signature + (cut.isEmpty() ? "" : "\n\n" + cut) + "\n\n-- \n" + foot + "\n";
        String html = paragraph(reply.text()) + small(signature) + (cut.isEmpty() ? "" : small(cut));
        return new PublicWords(text, look.page(language, html, foot));
    }

    private byte[] bytes(Attachment attachment) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; ; i++) {
            Optional<byte[]> chunk = attachments.chunk(attachment.id(), i);
            if (chunk.isEmpty()) {
                return all.toByteArray();
            }
            all.writeBytes(chunk.get());
        }
    }
}
