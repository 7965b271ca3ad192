package org.beistand.helpdesk.directory.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.directory.entity.DirectoryConnection;
import org.beistand.helpdesk.outbox.control.CompanyTexts;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.directory.LastWord;
import org.beistand.integration.directory.LastWord.Whose;

/** The last session in one line, for whoever looks at a person or a computer in the directory. */
@ApplicationScoped
public class SummaryWords {

    private static final String BUNDLE = "org.beistand.helpdesk.directory.messages";

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    TicketTimeline timeline;

    @Inject
    CompanyTexts texts;

    /** Empty when the ticket names nobody whom the directory could know. */
    public Optional<LastWord> about(UUID ticketId, UUID session, DirectoryConnection own) {
        return tickets.find(ticketId)
                .flatMap(ticket -> whose(ticket, own)
                        .flatMap(whose -> timeline.of(SessionEntry.class, ticketId).stream()
                                .map(SessionEntry::summary)
                                .filter(summary -> summary.sessionId().equals(session))
                                .findFirst()
                                .map(summary -> new LastWord(
                                        whose, own.summaryAttribute(), mark(summary), words(ticket, summary)))));
    }

    private Optional<Whose> whose(Ticket ticket, DirectoryConnection own) {
        return switch (own.summaryOf()) {
            case NOBODY -> Optional.empty();
            case REQUESTER ->
                customers
                        .byId(ticket.requesterId())
                        .map(Customer::email)
                        .filter(email -> !email.isEmpty())
                        .map(Whose.Person::new);
            case DEVICE ->
                Optional.of(ticket.device()).filter(name -> !name.isEmpty()).map(Whose.Computer::new);
        };
    }

    private static String mark(SessionSummary summary) {
        return LastWord.OURS + summary.endedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private String words(Ticket ticket, SessionSummary summary) {
        var duration = summary.duration();
        return texts.of(
                BUNDLE,
                "summary.words",
                ticket.number().toString(),
                ticket.subject(),
                String.join(", ", summary.participants()),
                "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart()),
                summary.outcome());
    }
}
