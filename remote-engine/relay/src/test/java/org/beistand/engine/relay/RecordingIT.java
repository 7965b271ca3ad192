package org.beistand.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.RecordingTape;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.recording.TapeEntry;
import org.beistand.engine.wire.control.RecordingFailed;
import org.beistand.engine.wire.control.RecordingKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings from the applet's keys to the helpdesk, with ends that seal nothing: the relay does not look. */
class RecordingIT {

    private final UUID session = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private Path data;
    private RelayHouse house;
    private TestEnd applet;
    private TestEnd technician;
    private int number;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        house = new RelayHouse(folder);
        applet = house.applet(session);
        assertThat(applet.welcome().getRecords()).isTrue();
        technician = house.connect()
                .enter(house.helpdesk.technician(
                        session, subject, Permission.VIEW, Permission.CONTROL, Permission.CLIPBOARD_OUT));
        number = technician.welcome().getParticipantId();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private static RecordingKeys keys(int participant) {
        return RecordingKeys.newBuilder()
                .setParticipantId(participant)
                .setKeyId("key-1")
                .setEncapsulation(ByteString.copyFrom(new byte[32]))
                .setSealedKeys(ByteString.copyFrom(new byte[80]))
                .build();
    }

    @Test
    void hasWhatTheTechnicianWasSentAndSaidButNothingThatWasTypedOrCopied() throws Exception {
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1}); // before the keys
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        applet.send(MessageType.CHAT_HISTORY, number, new byte[] {8}); // what was said before
        applet.send(MessageType.SCREEN_PICTURE, number, new byte[70_000]);
        applet.send(MessageType.CURSOR_MOVED, number, new byte[] {2});
        applet.send(MessageType.CLIPBOARD_OFFER, number, new byte[] {3});
        applet.send(MessageType.PERMISSION_STATE, number, new byte[] {4});
        technician.await(MessageType.PERMISSION_STATE);
        technician.send(MessageType.KEY_PRESS, 0, new byte[] {5});
        technician.send(MessageType.PICTURE_SHOWN, 0, new byte[] {6});
        technician.send(MessageType.CHAT_LINE, 0, new byte[] {7});
        applet.await(MessageType.CHAT_LINE);
        technician.leave();
        RelayHouse.await("the tape is delivered", () -> house.helpdesk.tapes().hasWhole(1));

        List<TapeEntry> tape = house.helpdesk.tapes().tapeOf(subject);
        assertThat(tape.stream().map(entry -> frame(entry).header().type()))
                .containsExactly(
                        MessageType.SCREEN_PICTURE,
                        MessageType.CURSOR_MOVED,
                        MessageType.PERMISSION_STATE,
                        MessageType.CHAT_LINE);
        assertThat(tape.stream().map(TapeEntry::sender))
                .containsExactly(Role.APPLET, Role.APPLET, Role.APPLET, Role.TECHNICIAN);
        assertThat(tape.stream().map(TapeEntry::timeMicros)).isSorted();
        assertThat(frame(tape.get(3)).payload().get()).isEqualTo((byte) 7);
        assertThat(house.helpdesk.tapes().announced()).singleElement().satisfies(announced -> {
            assertThat(announced.sessionId()).isEqualTo(session);
            assertThat(announced.name()).isEqualTo("Technikerin");
            assertThat(announced.keyId()).isEqualTo("key-1");
            assertThat(announced.sealedKeys()).hasSize(107);
        });
        RelayHouse.await("nothing is left on the disk", this::isSpoolEmpty);
    }

    private static Frame frame(TapeEntry entry) {
        return Frame.parse(entry.frame(), Limits.FRAME_BYTES);
    }

    private boolean isSpoolEmpty() {
        try (Stream<Path> left = Files.list(data.resolve("tapes"))) {
            return left.findAny().isEmpty();
        } catch (java.io.IOException gone) {
            return false;
        }
    }

    @Test
    void isOneConnectionsAndEndsWithTheAppletsToo() throws Exception {
        TestEnd other = house.technician(session, Permission.VIEW);
        int otherNumber = other.welcome().getParticipantId();
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        applet.send(MessageType.CHAT_LINE, otherNumber, new byte[] {2});
        technician.await(MessageType.CHAT_LINE);
        applet.vanish();
        TestEnd again = house.applet(session);
        again.welcome();
        again.send(MessageType.CHAT_LINE, number, new byte[] {3});
        technician.await(MessageType.CHAT_LINE);
        RelayHouse.await("the tape is delivered", () -> house.helpdesk.tapes().hasWhole(1));
        assertThat(house.helpdesk.tapes().tapeOf(subject))
                .singleElement()
                .satisfies(entry -> assertThat(frame(entry).payload().get()).isEqualTo((byte) 1));
    }

    @Test
    void newKeysBeginAnotherTape() throws Exception {
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        technician.await(MessageType.CHAT_LINE);
        technician.leave();
        RelayHouse.await("both are delivered", () -> house.helpdesk.tapes().hasWhole(2));
    }

    @Test
    void anAppletCannotFillTheDiskWithBeginnings() throws Exception {
        for (int count = 0; count <= 100; count++) {
            applet.send(MessageType.RECORDING_KEYS, keys(number));
        }
        applet.await(MessageType.RECORDING_FAILED);
        RelayHouse.await("all are delivered", () -> house.helpdesk.tapes().hasWhole(100));
    }

    @Test
    void keysForNobodyAreLeftAlone() throws Exception {
        int appletsOwn = number - 1;
        applet.send(MessageType.RECORDING_KEYS, keys(appletsOwn));
        applet.send(MessageType.RECORDING_KEYS, keys(4_711));
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        technician.await(MessageType.CHAT_LINE);
        assertThat(isSpoolEmpty()).isTrue();
        assertThat(applet.isOpen()).isTrue();
    }

    @Test
    void onlyAnAppletHandsOverKeysAndOnlyWholeOnes() throws Exception {
        technician.send(MessageType.RECORDING_KEYS, keys(number));
        technician.assertClosedWith(Status.NOT_PERMITTED);
        applet.send(
                MessageType.RECORDING_KEYS,
                keys(number).toBuilder()
                        .setSealedKeys(ByteString.copyFrom(new byte[79]))
                        .build());
        applet.assertClosedWith(Status.PROTOCOL_ERROR);
        assertThat(isSpoolEmpty()).isTrue();
    }

    @Test
    void waitsForAHelpdeskThatIsAwayAndIsNotDoubledByLostAnswers() throws Exception {
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        house.helpdesk.setAway(true);
        byte[] picture = new byte[900_000];
        for (int count = 0; count < 5; count++) {
            applet.send(MessageType.SCREEN_PICTURE, number, picture);
            technician.await(MessageType.SCREEN_PICTURE);
        }
        assertThat(house.helpdesk.tapes().hasWhole(1)).isFalse();
        house.helpdesk.setAnswersLost(true);
        house.helpdesk.setAway(false);
        technician.leave();
        RelayHouse.await(
                "it is announced", () -> !house.helpdesk.tapes().announced().isEmpty());
        house.helpdesk.setAnswersLost(false);
        RelayHouse.await("the tape is delivered", () -> house.helpdesk.tapes().hasWhole(1));
        assertThat(house.helpdesk.tapes().tapeOf(subject))
                .hasSize(5)
                .allSatisfy(
                        entry -> assertThat(frame(entry).payload().remaining()).isEqualTo(picture.length));
    }

    @Test
    void theAppletHearsThatNobodyWantsIt() throws Exception {
        house.helpdesk.tapes().refuseAll();
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        RecordingFailed failed = RecordingFailed.parseFrom(
                applet.await(MessageType.RECORDING_FAILED).payload());
        assertThat(failed.getParticipantId()).isEqualTo(number);
        RelayHouse.await("nothing is left on the disk", this::isSpoolEmpty);
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        technician.await(MessageType.CHAT_LINE);
        assertThat(isSpoolEmpty()).isTrue();
    }

    @Test
    void whatAKilledRelayLeftIsDeliveredByTheNext(@TempDir Path left) throws Exception {
        house.close();
        byte[] torn = tape(900, 2);
        leave(left, torn);
        Path tapes = left.resolve("tapes");
        Files.write(tapes.resolve(UUID.randomUUID() + ".new"), new byte[3]);
        Files.write(tapes.resolve(UUID.randomUUID() + ".tape"), torn);
        house = new RelayHouse(left);
        RelayHouse.await("the tape is delivered", () -> house.helpdesk.tapes().hasWhole(1));
        assertThat(house.helpdesk.tapes().onlyTape()).isEqualTo(torn);
        data = left;
        RelayHouse.await("nothing is left on the disk", this::isSpoolEmpty);
    }

    @Test
    void thoseThatCannotBeDeliveredHoldUpNoOther(@TempDir Path left) throws Exception {
        Set<UUID> failing = new HashSet<>();
        for (int count = 0; count < 4; count++) {
            failing.add(leave(left, tape(500, 500)));
        }
        house.close();
        leave(left, tape(2_500_000, 2_500_000));
        HelpdeskDouble helpdesk = new HelpdeskDouble();
        helpdesk.tapes().failOn(failing);
        house = new RelayHouse(helpdesk, left, RelayHouse.QUICK);
        RelayHouse.await("the other is delivered", () -> house.helpdesk.tapes().hasWhole(1));
        assertThat(house.helpdesk.tapes().announced()).hasSize(5);
    }

    /** Seven seconds for each request that is too large. */
    @Test
    void aSlowLineTakesSmallerPieces(@TempDir Path left) throws Exception {
        house.close();
        byte[] tape = tape(1_500_000, 1_500_000);
        leave(left, tape);
        HelpdeskDouble helpdesk = new HelpdeskDouble();
        helpdesk.tapes().answerUpTo(600_000);
        house = new RelayHouse(helpdesk, left, RelayHouse.QUICK);
        RelayHouse.await("the tape is delivered", () -> house.helpdesk.tapes().hasWhole(1));
        assertThat(house.helpdesk.tapes().onlyTape()).isEqualTo(tape);
    }

    /** @param announced bytes of its only frame @param there as many of them are on the tape */
    private static byte[] tape(int announced, int there) {
        return ByteBuffer.allocate(TapeEntry.HEAD_BYTES + there)
                .put(TapeEntry.head(5, Role.APPLET, announced))
                .array();
    }

    private UUID leave(Path data, byte[] tape) throws IOException {
        UUID id = UUID.randomUUID();
        Path tapes = Files.createDirectories(data.resolve("tapes"));
        RecordingTape announced =
                new RecordingTape(id, session, subject, "Technikerin", Instant.EPOCH, "key-1", "AAAA", "BBBB");
        Files.write(tapes.resolve(id + ".json"), Json.write(announced));
        Files.write(tapes.resolve(id + ".tape"), tape);
        return id;
    }

    @Test
    void aRelayThatStopsDeliversWhatItHas() throws Exception {
        applet.send(MessageType.RECORDING_KEYS, keys(number));
        applet.send(MessageType.CHAT_LINE, number, new byte[] {1});
        technician.await(MessageType.CHAT_LINE);
        house.stopRelay();
        assertThat(house.helpdesk.tapes().hasWhole(1)).isTrue();
        assertThat(house.helpdesk.tapes().tapeOf(subject)).hasSize(1);
    }
}
