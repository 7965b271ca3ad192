package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayEvent.Kind;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.ParticipantJoined;
import org.beistand.engine.wire.control.ParticipantLeft;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.control.Welcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayIT {

    private final UUID session = UUID.randomUUID();
    private RelayHouse house;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        house = new RelayHouse(data);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void joinsBothEndsAndTellsThemOfEachOther() throws Exception {
        TestEnd applet = house.applet(session);
        Welcome first = applet.welcome();
        TestEnd technician = house.technician(session, Permission.VIEW, Permission.CONTROL);
        Welcome second = technician.welcome();
        assertThat(first.getParticipantsList()).isEmpty();
        assertThat(first.getSessionId()).isEqualTo(session.toString());
        assertThat(second.getParticipantsList()).singleElement().satisfies(other -> {
            assertThat(other.getId()).isEqualTo(first.getParticipantId());
            assertThat(other.getDisplayName()).isEqualTo("Kundin");
        });
        ParticipantJoined joined = ParticipantJoined.parseFrom(
                applet.await(MessageType.PARTICIPANT_JOINED).payload());
        assertThat(joined.getParticipant().getId()).isEqualTo(second.getParticipantId());
        assertThat(joined.getParticipant().getPermissionsList()).containsExactly("view", "control");
    }

    @Test
    void forwardsEveryByteInOrderStampedWithItsSender() throws Exception {
        TestEnd applet = house.applet(session);
        int appletNumber = applet.welcome().getParticipantId();
        TestEnd technician = house.technician(session, Permission.VIEW);
        technician.welcome();
        List<byte[]> sent = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int size : new int[] {0, 1, 1_000, 65_536, 70_000, (1 << 20) - 24, 5, 900_000}) {
            byte[] payload = new byte[size];
            random.nextBytes(payload);
            sent.add(payload);
            applet.send(MessageType.SCREEN_PICTURE, 0, payload);
        }
        for (int index = 0; index < sent.size(); index++) {
            Frame frame = technician.await(MessageType.SCREEN_PICTURE);
            assertThat(frame.header().sequence()).isEqualTo(index + 1);
            assertThat(frame.header().participant()).isEqualTo(appletNumber);
            assertThat(frame.payload()).isEqualTo(ByteBuffer.wrap(sent.get(index)));
        }
    }

    @Test
    void forwardsToWhomItIsAddressed() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd one = house.technician(session, Permission.VIEW);
        one.welcome();
        TestEnd two = house.technician(session, Permission.VIEW);
        int number = two.welcome().getParticipantId();
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        applet.send(MessageType.CHAT_LINE, 0, new byte[] {2});
        assertThat(two.await(MessageType.CHAT_LINE).payload().get(0)).isEqualTo((byte) 1);
        assertThat(two.await(MessageType.CHAT_LINE).payload().get(0)).isEqualTo((byte) 2);
        assertThat(one.await(MessageType.CHAT_LINE).payload().get(0)).isEqualTo((byte) 2);
        one.send(MessageType.CHAT_LINE, 0, new byte[] {3});
        assertThat(applet.await(MessageType.CHAT_LINE).payload().get(0)).isEqualTo((byte) 3);
        two.assertNothingWaits();
    }

    @Test
    void showsThePictureOnlyToThoseWhoseGrantCarriesView() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd blind = house.technician(session);
        blind.welcome();
        TestEnd seeing = house.technician(session, Permission.VIEW);
        seeing.welcome();
        applet.send(MessageType.SCREEN_PICTURE, 0, new byte[] {1});
        applet.send(MessageType.CHAT_LINE, 0, new byte[] {2});
        assertThat(seeing.await(MessageType.SCREEN_PICTURE)).isNotNull();
        blind.await(MessageType.PARTICIPANT_JOINED);
        assertThat(blind.next().header().type()).isEqualTo(MessageType.CHAT_LINE);
    }

    @Test
    void dropsInputThatTheGrantDoesNotCarry() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd viewer = house.technician(session, Permission.VIEW);
        viewer.welcome();
        viewer.send(MessageType.KEY_PRESS, 0, new byte[] {1});
        viewer.send(MessageType.CHAT_LINE, 0, new byte[] {2});
        applet.await(MessageType.PARTICIPANT_JOINED);
        assertThat(applet.next().header().type()).isEqualTo(MessageType.CHAT_LINE);
        assertThat(house.page("/metrics")).contains("beistand_relay_dropped_frames_total{channel=\"INPUT\"} 1");
    }

    @Test
    void endsForEverybodyAtOnceWhenTheCustomerStops() throws Exception {
        TestEnd applet = house.applet(session);
        int number = applet.welcome().getParticipantId();
        TestEnd technician = house.technician(session, Permission.VIEW);
        technician.welcome();
        applet.send(MessageType.END, End.getDefaultInstance());
        End end = End.parseFrom(technician.await(MessageType.END).payload());
        assertThat(end.getStatus()).isEqualTo(Status.ENDED_BY_CUSTOMER.code());
        assertThat(end.getByParticipant()).isEqualTo(number);
        technician.assertClosedWith(Status.ENDED_BY_CUSTOMER);
        applet.assertClosedWith(Status.ENDED_BY_CUSTOMER);
        assertEvent(Kind.SESSION_ENDED, Role.APPLET, Status.ENDED_BY_CUSTOMER);
        house.technician(session, Permission.VIEW).assertClosedWith(Status.ENDED_BY_CUSTOMER);
    }

    @Test
    void endsForEverybodyWhenTheTechnicianStops() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd technician = house.technician(session);
        technician.welcome();
        technician.send(MessageType.END, End.getDefaultInstance());
        applet.assertClosedWith(Status.ENDED_BY_TECHNICIAN);
        technician.assertClosedWith(Status.ENDED_BY_TECHNICIAN);
    }

    @Test
    void endsWhatTheHelpdeskOrdersToEnd() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        house.helpdesk.orderEnd(session, Status.ENDED_BY_ADMINISTRATOR);
        applet.assertClosedWith(Status.ENDED_BY_ADMINISTRATOR);
    }

    @Test
    void tellsWhetherATechnicianLeftOnPurpose() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd leaving = house.technician(session, Permission.VIEW);
        leaving.welcome();
        leaving.leave();
        assertThat(left(applet).getForGood()).isTrue();
        assertEvent(Kind.PARTICIPANT_LEFT, Role.TECHNICIAN, Status.LEFT);
        TestEnd vanishing = house.technician(session, Permission.VIEW);
        vanishing.welcome();
        vanishing.vanish();
        assertThat(left(applet).getForGood()).isFalse();
    }

    private static ParticipantLeft left(TestEnd witness) throws Exception {
        return ParticipantLeft.parseFrom(
                witness.await(MessageType.PARTICIPANT_LEFT).payload());
    }

    @Test
    void keepsTheSessionWhileABrokenConnectionComesBack() throws Exception {
        TestEnd applet = house.applet(session);
        int before = applet.welcome().getParticipantId();
        TestEnd technician = house.technician(session, Permission.VIEW);
        technician.welcome();
        applet.vanish();
        ParticipantLeft left = left(technician);
        assertThat(left.getParticipantId()).isEqualTo(before);
        assertThat(left.getForGood()).isFalse();
        TestEnd again = house.applet(session);
        again.welcome();
        technician.await(MessageType.PARTICIPANT_JOINED);
        again.send(MessageType.SCREEN_PICTURE, 0, new byte[] {7});
        assertThat(technician.await(MessageType.SCREEN_PICTURE).payload().get(0))
                .isEqualTo((byte) 7);
        assertEvent(Kind.PARTICIPANT_LEFT, Role.APPLET, Status.OK);
    }

    @Test
    void endsWhenTheAppletStaysAway() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd technician = house.technician(session, Permission.VIEW);
        technician.welcome();
        applet.vanish();
        technician.assertClosedWith(Status.SESSION_EXPIRED);
        assertEvent(Kind.SESSION_ENDED, null, Status.SESSION_EXPIRED);
    }

    @Test
    void letsTheNewerConnectionOfASubjectReplaceTheOlder() throws Exception {
        UUID subject = UUID.randomUUID();
        TestEnd applet = house.applet(session);
        applet.welcome();
        TestEnd older = house.connect().enter(house.helpdesk.technician(session, subject));
        int olderNumber = older.welcome().getParticipantId();
        applet.await(MessageType.PARTICIPANT_JOINED);
        TestEnd newer = house.connect().enter(house.helpdesk.technician(session, subject));
        int newerNumber = newer.welcome().getParticipantId();
        older.assertClosedWith(Status.REPLACED);
        assertThat(ParticipantLeft.parseFrom(
                                applet.await(MessageType.PARTICIPANT_LEFT).payload())
                        .getParticipantId())
                .isEqualTo(olderNumber);
        assertThat(ParticipantJoined.parseFrom(
                                applet.await(MessageType.PARTICIPANT_JOINED).payload())
                        .getParticipant()
                        .getId())
                .isEqualTo(newerNumber)
                .isNotEqualTo(olderNumber);
    }

    @Test
    void answersPings() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        applet.send(MessageType.PING, Ping.newBuilder().setNonce(99).build());
        assertThat(Pong.parseFrom(applet.await(MessageType.PONG).payload()).getNonce())
                .isEqualTo(99);
    }

    @Test
    void sendsEverybodyAwayWhenItIsStopped() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        house.stopRelay();
        applet.assertClosedWith(Status.RELAY_DRAINING);
        assertEvent(Kind.PARTICIPANT_LEFT, Role.APPLET, Status.RELAY_DRAINING);
    }

    @Test
    void tellsTheOperatorHowItIs() throws Exception {
        house.applet(session).welcome();
        assertThat(house.get("/health/live")).isEqualTo(200);
        assertThat(house.page("/health/ready")).contains("\"status\":\"UP\"");
        assertThat(house.page("/metrics")).contains("beistand_relay_sessions 1", "beistand_relay_connections 1");
        assertThat(house.get("/other")).isEqualTo(404);
    }

    private void assertEvent(Kind kind, @org.jspecify.annotations.Nullable Role role, Status status)
            throws InterruptedException {
        List<RelayEvent> seen = new ArrayList<>();
        while (true) {
            RelayEvent event = house.helpdesk.events().poll(10, TimeUnit.SECONDS);
            assertThat(event).as("event %s among %s", kind, seen).isNotNull();
            if (event != null && event.kind() == kind) {
                assertThat(event.role()).isEqualTo(role);
                assertThat(event.status()).isEqualTo(status);
                assertThat(event.sessionId()).isEqualTo(session);
                return;
            }
            seen.add(java.util.Objects.requireNonNull(event));
        }
    }
}
