package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beistand.applet.counterpart.SmallRelay;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.RecordingTerms;
import org.beistand.engine.protocol.seal.FrameKeys;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.protocol.seal.SealKeyPair;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.control.RecordingFailed;
import org.beistand.engine.wire.control.RecordingKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customer allows a recording: which keys go to the company, and which never do. */
class RecordingIT {

    @TempDir
    Path folder;

    private final SealKeyPair company = SealKeyPair.generate();
    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.screenshot("recording");
        desk.close();
    }

    @Test
    void itsKeysOpenWhatIsSaidAfterTheYesAndNothingFromBefore() throws Exception {
        desk.helpdesk.record(RecordingTerms.Mode.ON_REQUEST, company);
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        desk.relay.await(MessageType.SCREEN_PICTURE, frame -> true);
        assertThat(desk.relay.count(MessageType.RECORDING_KEYS)).isZero();
        int before = desk.relay.wiretap().frames().size();

        desk.relay.ask("2", "record");
        assertThat(desk.click("allow", "2").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        Frame keys = desk.relay.await(MessageType.RECORDING_KEYS, frame -> true);
        awaitPermissions(List.of("view", "record"));
        assertThat(desk.helpdesk.admissions()).as("connections").isEqualTo(2);
        List<MessageType> kinds = desk.relay.arrived();
        assertThat(kinds.lastIndexOf(MessageType.KEY_GRANT))
                .as("handed over before anything is sealed")
                .isGreaterThan(kinds.indexOf(MessageType.RECORDING_KEYS));

        FrameOpener opener = openers(keys).applet();
        Desktop.await(
                "a picture after what is allowed",
                () -> sealedAfterKeys(before).filter(RecordingIT::isRecorded).count() > 2);
        List<Frame> afterwards = sealedAfterKeys(before).toList();
        assertThat(afterwards.stream().filter(RecordingIT::isRecorded))
                .hasSizeGreaterThan(2)
                .allMatch(frame -> opens(opener, frame));
        assertThat(afterwards.stream().filter(frame -> !isRecorded(frame)))
                .as("at least what was said before")
                .hasSizeGreaterThan(0)
                .noneMatch(frame -> opens(opener, frame));
        FrameOpener again = openers(keys).applet();
        assertThat(desk.relay.wiretap().frames().stream().limit(before).filter(RecordingIT::isSealedByTheApplet))
                .hasSizeGreaterThan(2)
                .noneMatch(frame -> opens(again, frame));
    }

    /** What the applet sealed with the keys that were agreed on after so many frames. */
    private Stream<Frame> sealedAfterKeys(int before) {
        return desk.relay.wiretap().frames().stream()
                .skip(before)
                .dropWhile(frame -> frame.header().type() != MessageType.KEY_GRANT)
                .filter(RecordingIT::isSealedByTheApplet);
    }

    private static boolean isRecorded(Frame frame) {
        return frame.header().type().isRecorded();
    }

    private static boolean isSealedByTheApplet(Frame frame) {
        return FrameOpener.isSealed(frame.header().channel())
                && frame.header().type().sender() == MessageType.Sender.APPLET;
    }

    private static boolean opens(FrameOpener opener, Frame frame) {
        try {
            opener.open(copy(frame));
            return true;
        } catch (org.beistand.engine.protocol.FrameRefused refused) {
            return false;
        }
    }

    /** Opening overwrites. */
    private static Frame copy(Frame frame) {
        ByteBuffer bytes = frame.toBytes();
        byte[] copied = new byte[bytes.remaining()];
        bytes.get(copied);
        return Frame.parse(ByteBuffer.wrap(copied), Limits.FRAME_BYTES);
    }

    private FrameKeys.Openers openers(Frame frame) throws Exception {
        RecordingKeys keys = RecordingKeys.parseFrom(frame.payload().duplicate());
        assertThat(keys.getParticipantId()).isEqualTo(SmallRelay.TECHNICIAN);
        assertThat(keys.getKeyId()).isEqualTo("key-1");
        return FrameKeys.open(
                company,
                desk.helpdesk.session().toString(),
                SmallRelay.SUBJECT,
                new FrameKeys.ForCompany(
                        keys.getEncapsulation().toByteArray(),
                        keys.getSealedKeys().toByteArray()));
    }

    private void awaitPermissions(List<String> wanted) {
        Desktop.await(
                "permissions " + wanted,
                () -> desk.relay.arrived(MessageType.PERMISSION_STATE).stream()
                        .reduce((first, last) -> last)
                        .filter(frame -> granted(frame).containsAll(wanted) && wanted.containsAll(granted(frame)))
                        .isPresent());
    }

    private static List<String> granted(Frame frame) {
        try {
            return PermissionState.parseFrom(frame.payload().duplicate()).getGrantedList();
        } catch (com.google.protobuf.InvalidProtocolBufferException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aRecordingThatBreaksOffIsNotClaimedAnyMore() throws Exception {
        desk.helpdesk.record(RecordingTerms.Mode.ON_REQUEST, company);
        desk.startWithTechnician();
        desk.relay.ask("1", "record");
        desk.click("allow", "1");
        desk.relay.await(MessageType.RECORDING_KEYS, frame -> true);
        awaitPermissions(List.of("record"));
        desk.relay.say(
                MessageType.RECORDING_FAILED,
                RecordingFailed.newBuilder()
                        .setParticipantId(SmallRelay.TECHNICIAN)
                        .build());
        awaitPermissions(List.of());
        Desktop.await(
                "it is nobody's doing",
                () -> desk.helpdesk.journal().stream()
                        .anyMatch(entry -> entry.decision() == JournalEntry.Decision.LAPSED));
        Desktop.await("new keys", () -> desk.relay.count(MessageType.CHAT_HISTORY) == 3);
        desk.relay.ask("2", "view");
        desk.click("allow", "2");
        desk.relay.await(MessageType.SCREEN_PICTURE, frame -> true);
        assertThat(desk.relay.count(MessageType.RECORDING_KEYS)).isEqualTo(1);
    }

    @Test
    void whereEverythingIsRecordedNothingIsSeenBeforeTheYes() throws Exception {
        desk.helpdesk.speak("de");
        desk.helpdesk.record(RecordingTerms.Mode.ALWAYS, company);
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("recording-question");
        desk.click("allow", "1");
        desk.relay.await(MessageType.SCREEN_PICTURE, frame -> true);
        awaitPermissions(List.of("record", "view"));
        assertThat(desk.relay.arrived())
                .containsSubsequence(MessageType.RECORDING_KEYS, MessageType.KEY_GRANT, MessageType.SCREEN_PICTURE);
        assertThat(desk.relay.arrived().indexOf(MessageType.SCREEN_PICTURE))
                .isGreaterThan(desk.relay.arrived().indexOf(MessageType.RECORDING_KEYS));
    }

    @Test
    void aNoToTheRecordingIsANoToTheView() throws Exception {
        desk.helpdesk.record(RecordingTerms.Mode.ALWAYS, company);
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        assertThat(desk.click("decline", "1").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
        assertThat(desk.relay.count(MessageType.RECORDING_KEYS)).isZero();
        assertThat(desk.helpdesk.admissions()).isEqualTo(1);
    }

    @Test
    void anOlderRelayCannotRecordAndSoNothingIsSeen() throws Exception {
        desk.relay.knowsOfRecordings(false);
        desk.helpdesk.record(RecordingTerms.Mode.ALWAYS, company);
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        assertThat(desk.relay.awaitDecision("1").getDecision()).isEqualTo(Decision.DECISION_NOT_PERMITTED);
    }

    @Test
    void aCompanyThatNeverRecordsAsksNobody() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "record");
        assertThat(desk.relay.awaitDecision("1").getDecision()).isEqualTo(Decision.DECISION_NOT_PERMITTED);
    }
}
