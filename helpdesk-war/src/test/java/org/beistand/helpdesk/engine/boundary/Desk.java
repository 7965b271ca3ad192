package org.beistand.helpdesk.engine.boundary;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.CustomerSessions;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.PeopleAftermath;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.boundary.TicketAftermath;
import org.beistand.helpdesk.session.control.PinGuard;
import org.beistand.helpdesk.session.control.PinHashes;
import org.beistand.helpdesk.session.control.PinMint;
import org.beistand.helpdesk.session.control.ProofOfWork;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.WrongPinTable;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/** One company, technician, ticket, and the beans of a fresh transaction for each step. */
final class Desk {

    static final String RELAY = "relay-1";

    final TestDatabase database;
    final UUID company;
    final TestClock clock = new TestClock();
    final Caller maria;
    final UUID ticket;

    /** The data folder; what keeps files needs one of its own. */
    String data = "target/no-data";

    Desk(TestDatabase database) {
        this.database = database;
        this.company = database.newCompany();
        var account =
                new Account("maria", "-", org.beistand.helpdesk.platform.security.Role.TECHNICIAN, clock.instant());
        var anna = new Customer("Anna Schmidt", "anna@example.org", Locale.GERMAN, clock.instant());
        var request = Ticket.open(UUID.randomUUID(), anna.id(), "Drucker offline", "", clock.instant())
                .numbered(TicketNumber.FIRST);
        database.run(company, entities -> {
            entities.persist(account);
            entities.flush();
            entities.persist(new Technician(account.id(), "Maria Lindner", "Service Desk", "m@example.org"));
            entities.persist(anna);
            entities.flush();
            entities.persist(request);
            if (entities.find(Relay.class, RELAY) == null) {
                entities.persist(new Relay(RELAY, "ws://localhost:1", "test", 10, clock.instant()));
            }
        });
        this.ticket = request.id();
        this.maria = new Caller(
                account.id(),
                company,
                "Maria Lindner",
                org.beistand.helpdesk.platform.security.Role.TECHNICIAN,
                Set.of(Scope.SESSIONS_WRITE),
                "de",
                Caller.Way.API_TOKEN,
                "");
    }

    /** Runs one step; afterwards the observer that the container would call has written the ticket. */
    void step(Consumer<Wiring> work) {
        database.run(company, entities -> {
            var beans = beans(entities);
            work.accept(beans);
            entities.flush();
            beans.fired().forEach(event -> observe(beans, event));
            entities.flush();
        });
    }

    /** Another technician of the company. */
    Caller technician(String login, String name) {
        var role = org.beistand.helpdesk.platform.security.Role.TECHNICIAN;
        var account = new Account(login, "-", role, clock.instant());
        database.run(company, entities -> {
            entities.persist(account);
            entities.flush();
            entities.persist(new Technician(account.id(), name, "Network", login + "@example.org"));
        });
        return new Caller(
                account.id(), company, name, role, Set.of(Scope.SESSIONS_WRITE), "de", Caller.Way.API_TOKEN, "");
    }

    private static void observe(Wiring beans, Object event) {
        var people = beans.get(PeopleAftermath.class);
        switch (event) {
            case SessionEvent.SessionSummarised summarised ->
                beans.get(TicketAftermath.class).onSummarised(summarised);
            case SessionEvent.ColleagueInvited invited -> people.onInvited(invited);
            case SessionEvent.TechnicianJoined joined -> people.onJoined(joined);
            case SessionEvent.TechnicianLeft left -> people.onLeft(left);
            case SessionEvent.SessionHandedOver handed -> people.onHandedOver(handed);
            case SessionEvent.TechnicianRemoved removed -> people.onRemoved(removed);
            default -> {}
        }
    }

    Wiring beans(EntityManager entities) {
        var beans = Wiring.with(entities, clock);
        var hashes = new PinHashes(new byte[32]);
        var random = beans.get(java.security.SecureRandom.class);
        return beans.and(PinHashes.class, hashes)
                .and(String.class, data)
                .and(Integer.class, 1)
                .and(PinMint.class, new PinMint(random))
                .and(
                        PinGuard.class,
                        new PinGuard(beans.get(WrongPinTable.class), new ProofOfWork(hashes, random), clock));
    }

    OpenedSession open() {
        var opened = new OpenedSession[1];
        step(beans -> opened[0] = beans.get(SupportSessions.class).request(maria, ticket));
        return opened[0];
    }

    SecretToken arrive(OpenedSession opened) {
        var token = new SecretToken[1];
        step(beans -> {
            var customers = beans.get(CustomerSessions.class);
            token[0] = customers.redeem(opened.pin()).orElseThrow();
            customers.accept(token[0]);
        });
        return token[0];
    }

    void relaySays(UUID session, UUID event, RelayEvent.Kind kind, UUID subject, Role role) {
        step(beans -> beans.get(EngineReports.class)
                .take(RELAY, new RelayEvent(event, session, kind, subject, role, clock.instant(), Status.OK)));
    }

    void appletSays(UUID session, JournalEntry... entries) {
        step(beans -> beans.get(EngineReports.class).take(session, new Journal(List.of(entries))));
    }

    List<SessionEntry> entries() {
        return database.in(
                company, entities -> beans(entities).get(TicketTimeline.class).of(SessionEntry.class, ticket));
    }

    String transcript() {
        return database.in(company, entities -> {
            var beans = beans(entities);
            var file =
                    beans.get(TicketTimeline.class).of(Attachment.class, ticket).getLast();
            return new String(beans.get(Attachments.class).chunk(file.id(), 0).orElseThrow(), StandardCharsets.UTF_8);
        });
    }
}
