package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.beistand.applet.counterpart.Typist;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the relay breaks, the helpdesk's answers are lost, the program is killed: nothing is lost and nothing comes twice. */
class InterruptionIT {

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void typesEverythingOnceAndInOrderHoweverOftenTheWayBreaks() throws Exception {
        desk.startWithTechnician();
        Path file = desk.openTerminal();
        desk.relay.ask("1", "control");
        desk.click("allow", "1");
        desk.desktop.run("xdotool", "mousemove", "100", "100", "click", "1");
        Typist typist = new Typist(desk.relay);
        StringBuilder expected = new StringBuilder();
        for (int word = 1; word <= 40; word++) {
            typist.type("word" + word + (word % 10 == 0 ? "\n" : " "));
            expected.append("word").append(word).append(word % 10 == 0 ? "\n" : " ");
            if (word % 4 == 0) {
                desk.relay.cut();
                typist.type("cut" + word + " "); // nobody is there to hear it
                expected.append("cut").append(word).append(" ");
                awaitReturn(word / 4 + 1);
                typist.sendAgain();
                typist.sendAgain();
            }
        }
        typist.type("\n");
        expected.append("\n");
        Desktop.await("everything is confirmed", typist::isAllConfirmed);
        Desktop.await("everything is typed", () -> Desktop.textOf(file).length() >= expected.length());
        assertThat(Desktop.textOf(file)).isEqualTo(expected.toString());
    }

    @Test
    void asksAndTellsOnceAtWhateverStepTheWayBreaks() throws Exception {
        desk.helpdesk.mumble();
        desk.startWithTechnician();
        breakTheWay();
        desk.relay.ask("1", "view");
        breakTheWay();
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("asked-through-breaks");
        desk.relay.cut();
        desk.allowUnheard();
        awaitReturn(4);
        desk.relay.ask("1", "view");
        assertThat(desk.relay.awaitDecision("1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        breakTheWay();
        desk.relay.ask("2", "control");
        assertThat(desk.click("decline", "2").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
        breakTheWay();
        long decisions = desk.relay.count(MessageType.PERMISSION_DECISION);
        desk.relay.ask("2", "control");
        Desktop.await("the no is told again", () -> desk.relay.count(MessageType.PERMISSION_DECISION) == decisions + 1);
        UUID line = UUID.randomUUID();
        say(line);
        breakTheWay();
        say(line);
        desk.click(desk.centreOf("end"));
        Desktop.await("the end is known", () -> written().contains("SESSION_ENDED"));
        assertThat(written())
                .containsExactlyInAnyOrder("view GRANTED", "control DECLINED", "Guten Tag!", "SESSION_ENDED");
    }

    @Test
    void comesBackToItsSessionAfterItWasKilledAndAsksForConsentAgain() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        Desktop.await("a picture", () -> desk.relay.count(MessageType.SCREEN_PICTURE) > 0);
        desk.killApplet();
        desk.relay.cut();
        long states = desk.relay.count(MessageType.PERMISSION_STATE);
        desk.startAgain();
        Desktop.await("it is back", () -> desk.relay.count(MessageType.PERMISSION_STATE) > states);
        long pictures = desk.relay.count(MessageType.SCREEN_PICTURE);
        assertThat(state(desk.relay.arrived(MessageType.PERMISSION_STATE).get((int) states))
                        .getGrantedList())
                .isEmpty();
        desk.desktop.start("xterm", "-geometry", "20x5+20+20", "-T", "drawn");
        desk.desktop.awaitWindow("drawn");
        desk.relay.ask("2", "view");
        desk.screenshotWhenAsked("asked-after-restart");
        assertThat(desk.relay.count(MessageType.SCREEN_PICTURE)).isEqualTo(pictures);
        assertThat(desk.click("allow", "2").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        Desktop.await("the picture is back", () -> desk.relay.count(MessageType.SCREEN_PICTURE) > pictures);
        assertThat(desk.helpdesk.admissions()).isEqualTo(2);
    }

    @Test
    void startsAgainByItselfWhenJavaCrashesAndEndsWithItsScript() throws Exception {
        desk.startAsShippedWithTechnician();
        ProcessHandle crashing = desk.applet();
        desk.desktop.run("kill", "-ABRT", "" + crashing.pid());
        long histories = desk.relay.count(MessageType.CHAT_HISTORY);
        Desktop.await("it is back", () -> desk.relay.count(MessageType.CHAT_HISTORY) > histories);
        desk.desktop.awaitWindow("Nordlicht IT - Beistand");
        desk.relay.ask("1", "view");
        assertThat(desk.click("decline", "1").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
        ProcessHandle again = desk.applet();
        assertThat(again).isNotEqualTo(crashing);
        desk.terminate();
        assertThat(desk.appletEnds()).isTrue();
        assertThat(again.isAlive()).isFalse();
    }

    private void breakTheWay() {
        int admissions = desk.helpdesk.admissions();
        desk.relay.cut();
        awaitReturn(admissions + 1);
    }

    private void awaitReturn(int admissions) {
        Desktop.await(
                "the way is whole again",
                () -> desk.helpdesk.admissions() >= admissions
                        && desk.relay.isConnected()
                        && desk.relay.count(MessageType.CHAT_HISTORY) >= admissions);
    }

    /** Like a viewer: says it, and says it again until it is kept. */
    private void say(UUID line) {
        ChatLine wire = ChatLine.newBuilder()
                .setId(line.toString())
                .setText("Guten Tag!")
                .build();
        long kept = desk.relay.count(MessageType.CHAT_KEPT);
        Desktop.await("the line is kept", () -> {
            desk.relay.send(MessageType.CHAT_LINE, wire);
            return desk.relay.count(MessageType.CHAT_KEPT) > kept;
        });
    }

    private List<String> written() {
        return desk.helpdesk.journal().stream().map(InterruptionIT::shortly).toList();
    }

    private static String shortly(JournalEntry entry) {
        return switch (entry.kind()) {
            case CHAT_LINE -> String.valueOf(entry.text());
            case PERMISSION_DECIDED -> entry.permission() + " " + entry.decision();
            case CAPTURE_FAILED, STEERING_PASSED, TECHNICIAN_REMOVED, CLIPBOARD_MOVED, FILE_MOVED, SESSION_ENDED ->
                entry.kind().name();
        };
    }

    private static PermissionState state(Frame frame) throws InvalidProtocolBufferException {
        return PermissionState.parseFrom(frame.payload().duplicate());
    }
}
