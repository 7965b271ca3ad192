package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.CustomerSessions;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;

/** The nine steps as far as the helpdesk sees them, on the real beans and databases, without a container. */
class SessionLifeTest {

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
