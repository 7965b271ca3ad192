package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayEvent.Kind;
import org.beistand.engine.wire.control.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpdeskAwayIT {

    private final UUID session = UUID.randomUUID();

    @Test
    void sessionsGoOnAndEventsArriveOnceWhenTheHelpdeskReturns(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            house.helpdesk.setAway(true);
            TestEnd applet = house.applet(session);
            applet.welcome();
            applet.send(MessageType.END, End.getDefaultInstance());
            applet.assertClosedWith(Status.ENDED_BY_CUSTOMER);
            assertThat(house.helpdesk.events()).isEmpty();
            house.helpdesk.setAway(false);
            assertThat(next(house.helpdesk).kind()).isEqualTo(Kind.PARTICIPANT_JOINED);
            assertThat(next(house.helpdesk).kind()).isEqualTo(Kind.SESSION_ENDED);
            RelayHouse.await("the spool is empty", () -> metrics(house).contains("spooled_events 0"));
            assertThat(house.helpdesk.events()).isEmpty();
        }
    }

    @Test
    void eventsOutliveTheRelay(@TempDir Path data) throws Exception {
        HelpdeskDouble helpdesk = new HelpdeskDouble();
        try (RelayHouse first = new RelayHouse(helpdesk, data, RelayHouse.QUICK)) {
            helpdesk.setAway(true);
            first.applet(session).welcome();
            first.stopRelay();
            assertThat(helpdesk.events()).isEmpty();
            helpdesk.setAway(false);
            try (RunningRelay second =
                    RunningRelay.start(RelayHouse.settings(helpdesk, data), RelayHouse.QUICK, Clock.systemUTC())) {
                assertThat(second.port()).isPositive();
                assertThat(List.of(next(helpdesk).kind(), next(helpdesk).kind()))
                        .containsExactly(Kind.PARTICIPANT_JOINED, Kind.PARTICIPANT_LEFT);
            }
        }
    }

    @Test
    void saysTheSameEventAgainUnderItsOldIdWhenTheAnswerWasLost(@TempDir Path data) throws Exception {
        try (RelayHouse house = new RelayHouse(data)) {
            house.helpdesk.setAnswersLost(true);
            house.applet(session).welcome();
            Set<UUID> ids = new HashSet<>();
            ids.add(next(house.helpdesk).eventId());
            ids.add(next(house.helpdesk).eventId());
            house.helpdesk.setAnswersLost(false);
            RelayHouse.await("the spool is empty", () -> metrics(house).contains("spooled_events 0"));
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void takesNobodyInBeforeTheHelpdeskKnowsIt(@TempDir Path data) throws Exception {
        try (HelpdeskDouble helpdesk = new HelpdeskDouble();
                RunningRelay relay = RunningRelay.start(
                        new RelaySettings(
                                HelpdeskDouble.RELAY_ID,
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                helpdesk.url(),
                                "not-the-secret-of-the-helpdesk",
                                data,
                                100,
                                Duration.ZERO),
                        RelayHouse.QUICK,
                        Clock.systemUTC())) {
            RelayHouse.await("the relay has tried", () -> helpdesk.unauthorised() > 1);
            assertThatThrownBy(() -> TestEnd.connect(HttpClient.newHttpClient(), relay.port()))
                    .cause()
                    .isInstanceOf(WebSocketHandshakeException.class);
        }
    }

    private static String metrics(RelayHouse house) {
        try {
            return house.page("/metrics");
        } catch (Exception unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    private static RelayEvent next(HelpdeskDouble helpdesk) throws InterruptedException {
        RelayEvent event = helpdesk.events().poll(15, TimeUnit.SECONDS);
        assertThat(event).as("an event in time").isNotNull();
        return Objects.requireNonNull(event);
    }
}
