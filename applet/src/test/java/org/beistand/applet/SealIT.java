package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.beistand.applet.counterpart.SmallRelay;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.seal.FrameOpener;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.keys.KeyShare;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys between the real process and a technician, with a relay in between that hears everything. */
class SealIT {

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.screenshot("seal");
        desk.close();
    }

    @Test
    void whatTheRelayHearsIsCiphertext() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "control");
        assertThat(desk.click("allow", "1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        Path typed = desk.openTerminal();
        desk.click(new int[] {100, 100});
        desk.relay.send(
                MessageType.TYPE_TEXT,
                TypeText.newBuilder().setText("quicksilver\n").build());
        Desktop.await("typed", () -> Desktop.textOf(typed).equals("quicksilver\n"));
        desk.relay.send(
                MessageType.CHAT_LINE,
                ChatLine.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setText("the password is swordfish")
                        .build());
        desk.relay.await(MessageType.CHAT_KEPT, frame -> true);
        assertThat(desk.relay.count(MessageType.SCREEN_PICTURE)).isPositive();
        assertThat(desk.relay.wiretap().size()).isGreaterThan(10_000);
        for (String secret : List.of("quicksilver", "swordfish", "password", "Maria Lindner wrote", "granted")) {
            assertThat(desk.relay.wiretap().knows(secret)).as(secret).isFalse();
        }
        assertThat(desk.relay.words()).hasSize(4);
    }

    @Test
    void keepsTheWordsWhenTheConnectionBreaksAndLeavesWhoHasGoneWithNothing() throws Exception {
        desk.startWithTechnician();
        List<String> words = desk.relay.words();
        long before = desk.relay.count(MessageType.CHAT_HISTORY);
        desk.relay.cut();
        Desktop.await("keys again", () -> desk.relay.count(MessageType.CHAT_HISTORY) > before);
        assertThat(desk.relay.words()).isEqualTo(words);
        Function<Frame, Frame> gone = desk.relay.opener();
        desk.relay.technicianLeaves(true);
        int heard = desk.relay.wiretap().frames().size();
        desk.relay.technicianOpens(desk.helpdesk.session());
        desk.relay.technicianJoins();
        assertThat(desk.relay.words()).isNotEqualTo(words);
        desk.relay.send(
                MessageType.CHAT_LINE,
                ChatLine.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setText("after she left")
                        .build());
        desk.relay.await(MessageType.CHAT_KEPT, frame -> true);
        List<Frame> afterwards = desk.relay.wiretap().frames().stream()
                .skip(heard)
                .filter(frame -> FrameOpener.isSealed(frame.header().channel()))
                .toList();
        assertThat(afterwards)
                .hasSizeGreaterThan(3)
                .allSatisfy(frame -> assertThatThrownBy(() -> gone.apply(frame)).isInstanceOf(FrameRefused.class));
    }

    @Test
    void saysNothingMoreToWhoSendsWhatWasNotSealed() throws Exception {
        desk.startWithTechnician();
        desk.relay.words();
        FrameHeader forged = FrameHeader.of(MessageType.TYPE_TEXT, 1_000_000, 1).withParticipant(SmallRelay.TECHNICIAN);
        desk.relay.sendBytes(
                Frame.of(forged, TypeText.newBuilder().setText("rm -rf /").build())
                        .toBytes());
        desk.relay.await(MessageType.KEYS_REFUSED, frame -> true);
        desk.relay.ask("1", "view");
        desk.relay.technicianLeaves(false);
        desk.relay.technicianJoins();
        Desktop.await("keys anew", () -> desk.relay.count(MessageType.CHAT_HISTORY) == 2);
        assertThat(desk.relay.count(MessageType.PERMISSION_DECISION)).isZero();
    }

    @Test
    void refusesAReplayAndAShareOutOfTurn() throws Exception {
        desk.startWithTechnician();
        desk.relay.words();
        desk.relay.send(
                MessageType.CHAT_LINE,
                ChatLine.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setText("once")
                        .build());
        desk.relay.await(MessageType.CHAT_KEPT, frame -> true);
        desk.relay.sendBytes(desk.relay.lastSealed().duplicate());
        desk.relay.await(MessageType.KEYS_REFUSED, frame -> true);
        desk.relay.technicianLeaves(false);
        desk.relay.technicianJoins();
        Desktop.await("keys anew", () -> desk.relay.count(MessageType.CHAT_HISTORY) == 2);
        Frame commit = desk.relay.last(MessageType.KEY_COMMIT);
        KeyShare again = KeyShare.newBuilder()
                .setCommitment(org.beistand.engine.wire.keys.KeyCommit.parseFrom(commit.payload())
                        .getCommitment())
                .build();
        desk.relay.send(MessageType.KEY_SHARE, again);
        Desktop.await("refused again", () -> desk.relay.count(MessageType.KEYS_REFUSED) == 2);
    }
}
