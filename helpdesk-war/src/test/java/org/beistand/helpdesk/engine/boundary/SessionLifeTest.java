package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.session.boundary.CustomerSessions;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.boundary.TicketAftermath;
import org.beistand.helpdesk.session.control.PinGuard;
import org.beistand.helpdesk.session.control.PinHashes;
import org.beistand.helpdesk.session.control.PinMint;
import org.beistand.helpdesk.session.control.ProofOfWork;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.SessionEvent.SessionSummarised;
import org.beistand.helpdesk.session.control.WrongPinTable;
import org.beistand.helpdesk.session.entity.SecretToken;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.beistand.helpdesk.ticket.control.Attachments;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/** The nine steps as far as the helpdesk sees them, on the real beans and databases, without a container. */
class SessionLifeTest {

    private static final String RELAY = "relay-1";

    /** One company, technician, ticket, and the beans of a fresh transaction for each step. */
    private static final class Desk {

        final TestDatabase database;
        final UUID company;
        final TestClock clock = new TestClock();
        final Caller maria;
        final UUID ticket;

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
                beans.fired().stream()
                        .filter(SessionSummarised.class::isInstance)
                        .map(SessionSummarised.class::cast)
                        .forEach(beans.get(TicketAftermath.class)::onSummarised);
            });
        }

        private Wiring beans(EntityManager entities) {
            var beans = Wiring.with(entities, clock);
            var hashes = new PinHashes(new byte[32]);
            var random = beans.get(java.security.SecureRandom.class);
            return beans.and(PinHashes.class, hashes)
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
                    company,
                    entities -> beans(entities).get(TicketTimeline.class).of(SessionEntry.class, ticket));
        }

        String transcript() {
            return database.in(company, entities -> {
                var beans = beans(entities);
                var file = beans.get(TicketTimeline.class)
                        .of(Attachment.class, ticket)
                        .getLast();
                return new String(
                        beans.get(Attachments.class).chunk(file.id(), 0).orElseThrow(), StandardCharsets.UTF_8);
            });
        }
    }

    @OnBothDatabases
    void theTicketRemembersWhoWasThereWhatWasAllowedHowAndWhatWasSaid(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        var session = opened.id();
        desk.clock.advance(Duration.ofSeconds(30));
        desk.arrive(opened);
        desk.clock.advance(Duration.ofSeconds(60));
        var applet = UUID.randomUUID();
        desk.relaySays(session, UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_JOINED, applet, Role.APPLET);
        desk.relaySays(
                session,
                UUID.randomUUID(),
                RelayEvent.Kind.PARTICIPANT_JOINED,
                desk.maria.accountId(),
                Role.TECHNICIAN);
        desk.clock.advance(Duration.ofSeconds(20));
        var at = desk.clock.instant();
        desk.appletSays(
                session,
                JournalEntry.permissionDecided(
                        UUID.randomUUID(), 1, at, "Maria Lindner", "view", JournalEntry.Decision.GRANTED),
                JournalEntry.permissionDecided(
                        UUID.randomUUID(), 2, at, "Maria Lindner", "control", JournalEntry.Decision.TIMED_OUT),
                JournalEntry.chatLine(UUID.randomUUID(), 3, at, "Anna Schmidt", true, "Grüße & <script>"));
        desk.clock.advance(Duration.ofSeconds(100));
        desk.appletSays(
                session,
                JournalEntry.sessionEnded(UUID.randomUUID(), 4, desk.clock.instant(), Status.ENDED_BY_CUSTOMER));

        assertThat(desk.entries()).hasSize(1);
        var summary = desk.entries().getFirst().summary();
        assertThat(summary.outcome()).isEqualTo("ended_by_customer");
        assertThat(summary.waiting()).isEqualTo(Duration.ofSeconds(60));
        assertThat(summary.duration()).isEqualTo(Duration.ofSeconds(120));
        assertThat(summary.participants()).containsExactly("Maria Lindner", "Anna Schmidt");
        assertThat(summary.permissions())
                .extracting("permission", "granted", "authorisedBy")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("view", true, "click"),
                        org.assertj.core.groups.Tuple.tuple("control", false, "timeout"));
        assertThat(desk.transcript())
                .contains("Bildschirm ansehen: vom Kunden erlaubt, durch Klick im Hilfsprogramm")
                .contains("Anna Schmidt: Grüße & <script>")
                .contains("vom Kunden beendet");
    }

    @OnBothDatabases
    void whatIsDeliveredTwiceHappensOnce(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        desk.arrive(opened);
        var joined = UUID.randomUUID();
        var applet = UUID.randomUUID();
        desk.relaySays(opened.id(), joined, RelayEvent.Kind.PARTICIPANT_JOINED, applet, Role.APPLET);
        desk.relaySays(opened.id(), UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_LEFT, applet, Role.APPLET);
        desk.relaySays(opened.id(), joined, RelayEvent.Kind.PARTICIPANT_JOINED, applet, Role.APPLET);
        var line = JournalEntry.chatLine(UUID.randomUUID(), 1, desk.clock.instant(), "Anna", true, "einmal");
        var end = JournalEntry.sessionEnded(UUID.randomUUID(), 2, desk.clock.instant(), Status.ENDED_BY_CUSTOMER);
        desk.appletSays(opened.id(), line, line);
        desk.appletSays(opened.id(), line, end);
        desk.appletSays(opened.id(), line, end, end);
        desk.step(beans -> beans.get(SupportSessions.class).end(desk.maria, opened.id()));

        assertThat(desk.entries()).hasSize(1);
        assertThat(desk.entries().getFirst().summary().outcome()).isEqualTo("ended_by_customer");
        assertThat(desk.transcript()).containsOnlyOnce("einmal");
    }

    @OnBothDatabases
    void theSummaryWaitsForTheAppletsLastWordsButNotForEver(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        desk.arrive(opened);
        desk.relaySays(
                opened.id(), UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_JOINED, UUID.randomUUID(), Role.APPLET);
        desk.step(beans -> beans.get(SupportSessions.class).end(desk.maria, opened.id()));
        assertThat(desk.entries()).isEmpty();
        desk.appletSays(
                opened.id(),
                JournalEntry.chatLine(UUID.randomUUID(), 1, desk.clock.instant(), "Anna", true, "noch ein Wort"));
        desk.step(beans -> beans.get(SessionSweep.class).look(opened.id()));
        assertThat(desk.entries()).isEmpty();
        desk.clock.advance(Duration.ofSeconds(16));
        desk.step(beans -> beans.get(SessionSweep.class).look(opened.id()));
        assertThat(desk.entries()).hasSize(1);
        assertThat(desk.transcript()).contains("noch ein Wort");
    }

    @OnBothDatabases
    void timeEndsWhatNobodyEnds(TestDatabase database) {
        var desk = new Desk(database);
        var nobodyCame = desk.open().id();
        desk.clock.advance(Duration.ofMinutes(15));
        desk.step(beans -> beans.get(SessionSweep.class).look(nobodyCame));
        assertThat(desk.entries())
                .extracting(entry -> entry.summary().outcome())
                .containsExactly("pin_expired");

        var lost = desk.open();
        desk.arrive(lost);
        var applet = UUID.randomUUID();
        desk.relaySays(lost.id(), UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_JOINED, applet, Role.APPLET);
        desk.relaySays(lost.id(), UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_LEFT, applet, Role.APPLET);
        desk.clock.advance(Duration.ofMinutes(5));
        desk.step(beans -> beans.get(SessionSweep.class).look(lost.id()));
        assertThat(desk.entries()).hasSize(1);
        desk.clock.advance(Duration.ofSeconds(1));
        desk.step(beans -> beans.get(SessionSweep.class).look(lost.id()));
        assertThat(desk.entries())
                .extracting(entry -> entry.summary().outcome())
                .contains("applet_lost");
    }

    @OnBothDatabases
    void aCancelledInvitationOpensNothing(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        desk.step(beans -> beans.get(SupportSessions.class).end(desk.maria, opened.id()));
        desk.step(beans -> {
            var customers = beans.get(CustomerSessions.class);
            assertThat(customers.redeem(opened.pin())).isEmpty();
            assertThat(customers.behindLink(opened.link())).isEmpty();
            assertThat(customers.acceptByLink(opened.link())).isEmpty();
        });
    }

    @OnBothDatabases
    void aUsedLinkLeadsBackWhoeverCameByItAndNobodyElse(TestDatabase database) {
        var desk = new Desk(database);
        var ours = desk.open();
        var others = desk.open();
        var browser = new AtomicReference<SecretToken>();
        var stranger = new AtomicReference<SecretToken>();
        desk.step(beans -> {
            var customers = beans.get(CustomerSessions.class);
            customers.acceptByLink(ours.link()).ifPresent(browser::set);
            customers.acceptByLink(others.link()).ifPresent(stranger::set);
        });
        desk.step(beans -> {
            var customers = beans.get(CustomerSessions.class);
            assertThat(customers.acceptByLink(ours.link())).isEmpty();
            assertThat(customers.behindLink(ours.link())).isEmpty();
            var back = Optional.ofNullable(browser.get()).orElseThrow();
            assertThat(customers.isSameSession(ours.link(), back)).isTrue();
            assertThat(customers.isSameSession(others.link(), back)).isFalse();
            assertThat(customers.isSameSession(
                            ours.link(), Optional.ofNullable(stranger.get()).orElseThrow()))
                    .isFalse();
            assertThat(customers.isSameSession(back, back)).isFalse();
        });
    }

    @OnBothDatabases
    void anotherCompanyFindsNeitherPinNorLinkNorSession(TestDatabase database) {
        var ours = new Desk(database);
        var theirs = new Desk(database);
        var opened = theirs.open();
        ours.step(beans -> {
            var customers = beans.get(CustomerSessions.class);
            assertThat(customers.redeem(opened.pin())).isEmpty();
            assertThat(customers.behindLink(opened.link())).isEmpty();
            assertThat(customers.acceptByLink(opened.link())).isEmpty();
            var sessions = beans.get(SupportSessions.class);
            assertThatThrownBy(() -> sessions.view(opened.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sessions.end(ours.maria, opened.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sessions.request(ours.maria, theirs.ticket))
                    .isInstanceOf(NotFoundException.class);
        });
        theirs.step(beans -> assertThat(beans.get(CustomerSessions.class).behindLink(opened.link()))
                .isPresent());
    }

    @OnBothDatabases
    void noEventCarriesAPinATokenOrAChatLine(TestDatabase database) {
        var desk = new Desk(database);
        var opened = new OpenedSession[1];
        desk.step(beans -> {
            opened[0] = beans.get(SupportSessions.class).request(desk.maria, desk.ticket);
            assertThat(eventsOf(beans))
                    .doesNotContain(opened[0].pin().digits(), opened[0].link().value());
        });
        desk.step(beans -> {
            var token =
                    beans.get(CustomerSessions.class).redeem(opened[0].pin()).orElseThrow();
            beans.get(EngineReports.class)
                    .take(
                            opened[0].id(),
                            new Journal(List.of(JournalEntry.chatLine(
                                    UUID.randomUUID(), 1, desk.clock.instant(), "Anna", true, "geheimes Wort"))));
            assertThat(eventsOf(beans))
                    .contains("session.customer_arrived")
                    .doesNotContain(token.value(), opened[0].pin().digits(), "geheimes Wort");
        });
    }

    private static String eventsOf(Wiring beans) {
        return beans.fired().stream()
                .filter(SessionEvent.class::isInstance)
                .map(SessionEvent.class::cast)
                .map(event -> event.type() + " " + event.payload())
                .toList()
                .toString();
    }
}
