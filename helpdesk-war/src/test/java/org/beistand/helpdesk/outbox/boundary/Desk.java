package org.beistand.helpdesk.outbox.boundary;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.outbox.control.Destinations;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.control.Letters;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.control.OutboxWriter;
import org.beistand.helpdesk.outbox.control.Patience;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketPriority;

/** People who work with tickets, and the counters that tell of it: the application's own beans in a {@link House}. */
public final class Desk {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    private final House house;
    private final Clock clock;
    private final UUID company;
    private final Duration lease;
    private String destination = "";
    private Counter counter;

    @SuppressWarnings("NullAway.Init")
    public Desk(TestDatabase database, Path data, UUID company, Duration lease) {
        this.clock = Clock.systemUTC();
        this.house = new House(database, clock, data.toString());
        this.company = company;
        this.lease = lease;
    }

    public House house() {
        return house;
    }

    /** From now on events go to these, served by this node. */
    public void open(OutboxDestination... destinations) {
        house.and(Destinations.class, new Destinations(List.of(destinations)));
        var writer = house.get(OutboxWriter.class);
        house.onEvent(event -> {
            if (event instanceof DomainEvent told) {
                writer.remember(told);
            }
        });
        destination = destinations[0].name();
        counter = counter(destinations[0]);
    }

    Counter counter(OutboxDestination destination) {
        var tools = new Counter.Tools(
                house.get(Transactions.class),
                house.get(Lanes.class),
                house.get(Letters.class),
                house.get(Patience.class),
                clock,
                lease,
                Thread.ofVirtual().name("worker")::start);
        return new Counter(tools, company, destination);
    }

    public void nudge() {
        counter.nudge();
    }

    /** What the first destination has not got yet. */
    public long waiting() {
        return house.in(company, () -> house.get(Lanes.class).count(destination, OutboxDelivery.State.WAITING));
    }

    public boolean stop(Duration atMost) throws InterruptedException {
        return counter.stop(atMost);
    }

    public UUID newTicket(String subject) {
        return house.in(company, () -> {
            var customer = new Customer("Anna Kunde", "anna@example.com", Locale.GERMAN, clock.instant());
            house.get(Customers.class).add(customer);
            var wanted = new NewTicket(
                    customer.id(), subject, "Bitte helfen", TicketPriority.HIGH, Optional.empty(), Optional.empty());
            return house.get(TicketChanges.class)
                    .open(wanted, Author.customer(customer.id(), "Anna Kunde"))
                    .id();
        });
    }

    public void reply(UUID ticket, String text) {
        house.in(
                company,
                () -> house.get(TicketTimeline.class).addPublicReply(ticket, text, List.of(), MARIA, Optional.empty()));
    }

    public void note(UUID ticket, String text) {
        house.in(company, () -> house.get(TicketTimeline.class).addInternalNote(ticket, text, MARIA));
    }

    public void prioritise(UUID ticket, TicketPriority priority) {
        house.in(company, () -> {
            long version = house.get(Tickets.class).require(ticket).version();
            var edit = TicketEdit.nothing().withPriority(priority);
            return house.get(TicketChanges.class).change(ticket, version, edit, MARIA);
        });
    }

    /** A finished session with its transcript. */
    public void session(UUID ticket, String outcome) {
        session(ticket, outcome, List.of(), 0);
    }

    /** A finished session in which files were moved, with its transcript. */
    public void session(UUID ticket, String outcome, List<SessionSummary.FileMoved> files, int moreFiles) {
        house.in(company, () -> {
            Instant end = clock.instant();
            var id = UUID.randomUUID();
            var bytes = ("Gespräch " + id).getBytes(StandardCharsets.UTF_8);
            var transcript = house.get(Attachments.class).add(ticket, "chat-" + id + ".txt", bytes, MARIA);
            var summary = new SessionSummary(
                    id,
                    end.minusSeconds(727),
                    end,
                    Duration.ofSeconds(12),
                    outcome,
                    List.of("Maria Lindner", "Anna Kunde"),
                    List.of(new SessionSummary.PermissionDecided("view", true, end.minusSeconds(700), "click")),
                    files,
                    moreFiles,
                    Optional.of(transcript.id()));
            return house.get(TicketTimeline.class).addSessionEntry(ticket, summary, MARIA);
        });
    }
}
