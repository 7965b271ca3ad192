package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.wire.control.Failure;
import org.beistand.engine.wire.control.Hello;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HostileRelayIT {

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
    void refusesBytesThatAreNoFrame() throws Exception {
        assertRefused(house.connect().sendRaw(ByteBuffer.wrap(new byte[] {1, 2, 3})), Status.PROTOCOL_ERROR);
        assertRefused(house.connect().sendRaw(ByteBuffer.allocate(0)), Status.PROTOCOL_ERROR);
        TestEnd applet = applet();
        applet.sendRaw(ByteBuffer.wrap(new byte[24]));
        assertRefused(applet, Status.VERSION_UNSUPPORTED);
    }

    @Test
    void refusesAHelloThatIsNoHello() throws Exception {
        assertRefused(house.connect().send(MessageType.HELLO, 0, new byte[] {10, 127}), Status.PROTOCOL_ERROR);
        assertRefused(house.connect().send(MessageType.CHAT_LINE, 0, new byte[3]), Status.PROTOCOL_ERROR);
        assertRefused(house.connect().send(MessageType.HELLO, Hello.getDefaultInstance()), Status.VERSION_UNSUPPORTED);
    }

    @Test
    void refusesText() throws Exception {
        TestEnd end = house.connect();
        end.sendText();
        end.assertClosedWith(Status.PROTOCOL_ERROR);
    }

    @Test
    void refusesMoreThanAHelloFromAStranger() throws Exception {
        TestEnd end = house.connect();
        end.sendWithoutWaiting(ByteBuffer.allocate(FrameHeader.BYTES + Limits.CONTROL_PAYLOAD_BYTES + 1));
        assertThat(end.closeCode()).isIn(Status.TOO_LARGE.webSocket(), 1006);
    }

    @Test
    void refusesFramesBeyondTheLimitOfTheirSender() throws Exception {
        TestEnd technician = technician(Permission.VIEW);
        technician.sendWithoutWaiting(ByteBuffer.allocate(Limits.TECHNICIAN_FRAME_BYTES + 1));
        assertThat(technician.closeCode()).isIn(Status.TOO_LARGE.webSocket(), 1006);
        TestEnd applet = applet();
        applet.sendWithoutWaiting(ByteBuffer.allocate(Limits.FRAME_BYTES + 1));
        assertThat(applet.closeCode()).isIn(Status.TOO_LARGE.webSocket(), 1006);
        assertThat(house.page("/metrics")).contains("closed_connections_total{status=\"TOO_LARGE\"} 2");
    }

    @Test
    void refusesAVersionOfTheFuture() throws Exception {
        Hello later = Hello.newBuilder()
                .setGrant(house.helpdesk.applet(session))
                .setMinVersion(2)
                .setMaxVersion(3)
                .build();
        assertRefused(house.connect().send(MessageType.HELLO, later), Status.VERSION_UNSUPPORTED);
    }

    @Test
    void refusesAForeignGrant() throws Exception {
        KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String forged = new GrantSigner("k1", foreign.getPrivate())
                .sign(HelpdeskDouble.grant(session, session, Role.APPLET, List.of()));
        assertRefused(house.connect().hello(forged), Status.GRANT_REFUSED);
        assertRefused(house.connect().hello("x.y.z"), Status.GRANT_REFUSED);
        assertRefused(house.connect().hello(""), Status.GRANT_REFUSED);
    }

    @Test
    void refusesAnExpiredGrant() throws Exception {
        Instant now = Clock.systemUTC().instant();
        SessionGrant late = HelpdeskDouble.grant(
                HelpdeskDouble.RELAY_ID,
                session,
                session,
                Role.APPLET,
                List.of(),
                now.minusSeconds(61),
                now.minusSeconds(1));
        assertRefused(house.connect().hello(house.helpdesk.sign(late)), Status.GRANT_EXPIRED);
    }

    @Test
    void refusesAReplayedGrant() throws Exception {
        String grant = house.helpdesk.applet(session);
        TestEnd first = house.connect().enter(grant);
        first.welcome();
        assertRefused(house.connect().hello(grant), Status.GRANT_REFUSED);
        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void refusesAnotherRelaysGrant() throws Exception {
        Instant now = Clock.systemUTC().instant();
        SessionGrant other = HelpdeskDouble.grant(
                "another-relay", session, session, Role.APPLET, List.of(), now, now.plusSeconds(60));
        assertRefused(house.connect().hello(house.helpdesk.sign(other)), Status.GRANT_REFUSED);
    }

    @Test
    void refusesAnotherCompanysGrantForASessionThatIsOpen() throws Exception {
        applet();
        SessionGrant ours = HelpdeskDouble.grant(session, UUID.randomUUID(), Role.TECHNICIAN, List.of());
        SessionGrant theirs = new SessionGrant(
                ours.audience(),
                ours.subject(),
                ours.grantId(),
                ours.issuedAt(),
                ours.expiresAt(),
                session,
                "18",
                Role.TECHNICIAN,
                "Fremde",
                Set.of(Permission.VIEW),
                ours.sessionEnd());
        assertRefused(house.connect().hello(house.helpdesk.sign(theirs)), Status.GRANT_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            names = {
                "SCREEN_LAYOUT",
                "SCREEN_PICTURE",
                "CHAT_HISTORY",
                "CHAT_KEPT",
                "PERMISSION_DECISION",
                "PERMISSION_STATE"
            })
    void refusesATechnicianWhoForgesTheApplet(MessageType forged) throws Exception {
        TestEnd applet = applet();
        TestEnd technician = technician(Permission.values());
        TestEnd other = technician(Permission.VIEW);
        technician.send(forged, 0, new byte[] {1});
        assertRefused(technician, Status.NOT_PERMITTED);
        other.await(MessageType.PARTICIPANT_LEFT);
        other.assertNothingWaits();
        assertThat(applet.isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            names = {"POINTER_MOVE", "KEY_PRESS", "TYPE_TEXT", "PERMISSION_REQUEST", "PICTURE_SHOWN"})
    void refusesAnAppletThatForgesATechnician(MessageType forged) throws Exception {
        TestEnd applet = applet();
        applet.send(forged, 0, new byte[] {1});
        assertRefused(applet, Status.NOT_PERMITTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            mode = Mode.INCLUDE,
            names = {"HELLO", "WELCOME", "PARTICIPANT_JOINED", "PARTICIPANT_LEFT", "FAILURE"})
    void refusesAnEndThatForgesTheRelay(MessageType forged) throws Exception {
        TestEnd technician = technician(Permission.VIEW);
        technician.send(forged, 0, new byte[0]);
        assertRefused(technician, Status.PROTOCOL_ERROR);
    }

    @Test
    void refusesASequenceThatDoesNotGoOn() throws Exception {
        TestEnd applet = applet();
        TestEnd technician = technician(Permission.VIEW);
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES);
        FrameHeader.of(MessageType.CHAT_LINE, 7, 0).write(frame);
        technician.sendRaw(frame.flip().duplicate());
        applet.await(MessageType.CHAT_LINE);
        technician.sendRaw(frame.duplicate());
        assertRefused(technician, Status.PROTOCOL_ERROR);
        applet.await(MessageType.PARTICIPANT_LEFT);
    }

    @Test
    void refusesATechnicianWhoAddressesAnotherTechnician() throws Exception {
        TestEnd technician = technician(Permission.VIEW);
        technician.send(MessageType.CHAT_LINE, 1, new byte[] {1});
        assertRefused(technician, Status.PROTOCOL_ERROR);
    }

    @Test
    void closesWhoDoesNotSayHello() throws Exception {
        assertRefused(house.connect(), Status.TOO_SLOW);
    }

    @Test
    void admitsOnlyBrowsersWithPagesOfTheHelpdesk() throws Exception {
        TestEnd ours = TestEnd.connectFrom(house.client, house.port(), HelpdeskDouble.ORIGIN);
        ours.hello(house.helpdesk.applet(session));
        ours.welcome();
        for (String origin : List.of("https://evil.example", "null", "https://help.example.org.evil.example", "")) {
            assertThatThrownBy(() -> TestEnd.connectFrom(house.client, house.port(), origin))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
        }
    }

    @Test
    void turnsAwayASourceThatHammers() {
        assertThatThrownBy(() -> {
                    for (int attempt = 0; attempt < 200; attempt++) {
                        house.connect().vanish();
                    }
                })
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(429));
    }

    private TestEnd applet() throws Exception {
        TestEnd applet = house.applet(session);
        applet.welcome();
        return applet;
    }

    private TestEnd technician(Permission... permissions) throws Exception {
        TestEnd technician = house.technician(session, permissions);
        technician.welcome();
        return technician;
    }

    private static void assertRefused(TestEnd end, Status status) throws Exception {
        Failure failure = Failure.parseFrom(end.await(MessageType.FAILURE).payload());
        assertThat(Status.ofCode(failure.getStatus())).contains(status);
        end.assertClosedWith(status);
    }
}
