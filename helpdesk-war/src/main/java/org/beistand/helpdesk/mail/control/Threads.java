package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketNumber;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.integration.mail.IncomingMail;
import org.beistand.integration.mail.MailAddress;

/**
 * Finds the conversation a message belongs to.
 *
 * <p>A Message-ID of ours can only be known to who was sent it or was passed it on; a ticket's number can be guessed. So:
 * the requester, or who was let into the conversation before, continues it by either. Somebody else who knows a
 * Message-ID was given the mail, and is heard by technicians only. Somebody else who knows a number knows nothing: that
 * is a new ticket. A sender whom their own domain disowns continues nothing. Only this company's tickets are looked for:
 * a number of another company is just a number.
 */
@ApplicationScoped
class Threads {

    private static final Pattern NUMBER = Pattern.compile("\\bINC-\\d{1,18}\\b", Pattern.CASE_INSENSITIVE);

    @Inject
    MailMessages messages;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    TicketTimeline timeline;

    /** Where a message goes. */
    sealed interface Place {
        /** Into the conversation, for all its participants. */
        record Answer(UUID ticket) implements Place {}

        /** To the ticket's technicians. */
        record Aside(UUID ticket) implements Place {}

        /** Into a ticket of its own. @param remark key of what technicians should know, or empty */
        record New(String remark) implements Place {}
    }

    Place place(IncomingMail mail, MailAddress from) {
        if (mail.forged()) {
            return new Place.New("intake.forged");
        }
        Optional<Ticket> byId = byMessageId(mail);
        Optional<Ticket> found = byId.or(() -> byNumber(mail.subject()));
        if (found.isEmpty()) {
            return new Place.New("");
        }
        Ticket ticket = found.get();
        if (ticket.state() == TicketState.CLOSED) {
            return new Place.New("intake.closed");
        }
        if (isParticipant(ticket, from)) {
            return new Place.Answer(ticket.id());
        }
        return byId.isPresent() ? new Place.Aside(ticket.id()) : new Place.New("intake.number");
    }

    boolean isPartOfAConversation(IncomingMail mail) {
        return byMessageId(mail).isPresent();
    }

    private Optional<Ticket> byMessageId(IncomingMail mail) {
        return mail.answers().reversed().stream()
                .map(messages::known)
                .flatMap(Optional::stream)
                .flatMap(known -> known.ticketId().stream())
                .findFirst()
                .flatMap(tickets::find);
    }

    private Optional<Ticket> byNumber(String subject) {
        Matcher found = NUMBER.matcher(subject);
        return found.find()
                ? TicketNumber.read(found.group().toUpperCase(java.util.Locale.ROOT))
                        .flatMap(tickets::find)
                : Optional.empty();
    }

    private boolean isParticipant(Ticket ticket, MailAddress from) {
        Optional<UUID> sender = customers.byEmail(from.address()).map(Customer::id);
        return sender.isPresent()
                && (sender.get().equals(ticket.requesterId())
                        || timeline.publicReplies(ticket.id()).stream()
                                .filter(reply -> reply.author().kind() == Author.Kind.CUSTOMER)
                                .anyMatch(reply -> reply.author().id().equals(sender)));
    }
}
