package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.input.TypeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process on a real desktop. Consent is given by clicks of a real pointer, because there is no other way. */
class AppletIT {

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.screenshot("last");
        desk.close();
    }

    @Test
    void showsThePictureExactlyAndTypesAfterTwoClicks() throws Exception {
        desk.startWithTechnician();
        desk.screenshot("together");
        desk.relay.ask("1", "control");
        assertThat(desk.click("allow", "1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        Path typed = desk.openTerminal();
        desk.desktop.run("xdotool", "mousemove", "100", "100", "click", "1");
        desk.relay.send(
                MessageType.TYPE_TEXT,
                TypeText.newBuilder().setText("äöü@{}\\|~€\n").build());
        Desktop.await("typed", () -> Desktop.textOf(typed).equals("äöü@{}\\|~€\n"));
        desk.screenshot("controlling");
        Desktop.await("the viewer shows the screen pixel for pixel", this::viewerIsExact);
        assertThat(desk.relay.count(MessageType.SCREEN_PICTURE)).isPositive();
    }

    @Test
    void aPhotographComesWithLossAndIsExactSoon() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        assertThat(desk.click("allow", "1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        desk.showPhotograph();
        Desktop.await("a photograph with loss", () -> desk.relay.photographs() > 0);
        Desktop.await("the viewer shows the screen pixel for pixel", this::viewerIsExact);
    }

    @Test
    void aFilmComesAsOneAndIsExactSoonAfterItHasStopped() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        assertThat(desk.click("allow", "1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        Process film = desk.showFilm();
        Desktop.await("twenty pictures of a film", () -> desk.relay.films() >= 20);
        film.getOutputStream().write('\n');
        film.getOutputStream().flush();
        Desktop.await("the viewer shows the screen pixel for pixel", this::viewerIsExact);
    }

    private boolean viewerIsExact() {
        try {
            BufferedImage screen = desk.desktop.screenshot(folder.resolve("root.png"));
            for (int y = 0; y < CustomersDesk.HEIGHT; y++) {
                for (int x = 0; x < CustomersDesk.WIDTH; x++) {
                    if (desk.relay.pixel(x, y) != (screen.getRGB(x, y) & 0xffffff)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void sendsNothingBeforeConsentAndNothingAfterDecline() throws Exception {
        desk.startWithTechnician();
        desk.relay.send(
                MessageType.TYPE_TEXT, TypeText.newBuilder().setText("stealthy").build());
        desk.relay.ask("1", "view");
        assertThat(desk.click("decline", "1").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
        desk.relay.ask("2", "file_read");
        assertThat(desk.relay.awaitDecision("2").getDecision()).isEqualTo(Decision.DECISION_NOT_PERMITTED);
        assertThat(desk.relay.count(MessageType.SCREEN_PICTURE)).isZero();
        Desktop.await(
                "the helpdesk knows",
                () -> desk.helpdesk.journal().stream()
                        .anyMatch(entry -> entry.decision() == JournalEntry.Decision.DECLINED));
    }

    @Test
    void takesSilenceAsNo() throws Exception {
        desk.helpdesk.ask(5);
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.screenshotWhenAsked("question");
        assertThat(desk.relay.awaitDecision("1").getDecision()).isEqualTo(Decision.DECISION_TIMED_OUT);
    }

    @Test
    void sendsNoPictureAfterTheStop() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "control");
        desk.click("allow", "1");
        desk.desktop.start("xterm", "-geometry", "60x12+20+20", "-T", "busy", "-e", "while :; do date +%N; done");
        desk.desktop.awaitWindow("busy");
        Desktop.await("pictures flow", () -> desk.relay.count(MessageType.SCREEN_PICTURE) > 5);
        int[] end = desk.centreOf("end");
        long pressed = System.nanoTime();
        desk.click(end);
        Desktop.await("the end is told", () -> desk.relay.count(MessageType.END) > 0);
        Desktop.await("the connection is closed", () -> !desk.relay.isConnected());
        Desktop.await(
                "the helpdesk is told",
                () -> desk.helpdesk.journal().stream().anyMatch(entry -> entry.status() == Status.ENDED_BY_CUSTOMER));
        List<MessageType> arrived = desk.relay.arrived();
        assertThat(arrived.lastIndexOf(MessageType.SCREEN_PICTURE)).isLessThan(arrived.indexOf(MessageType.END));
        // Told, not demanded: it includes the start of xdotool, and a busy machine may take its time for both.
        Duration until = Duration.ofNanos(desk.relay.lastPictureNanos() - pressed);
        System.out.println("last picture " + until.toMillis() + " ms after the press was ordered");
        desk.screenshot("over");
    }

    @Test
    void keepsConsentAndChatThroughABrokenConnection() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        UUID line = UUID.randomUUID();
        desk.relay.send(
                MessageType.CHAT_LINE,
                ChatLine.newBuilder()
                        .setId(line.toString())
                        .setText("Guten Tag!")
                        .build());
        desk.relay.await(MessageType.CHAT_KEPT, frame -> true);
        long before = desk.relay.count(MessageType.CHAT_HISTORY);
        desk.relay.cut();
        Desktop.await("a fresh grant is used", () -> desk.helpdesk.admissions() == 2);
        Desktop.await("the technician gets the chat", () -> desk.relay.count(MessageType.CHAT_HISTORY) > before);
        long pictures = desk.relay.count(MessageType.SCREEN_PICTURE);
        desk.desktop.start("xterm", "-geometry", "20x5+20+20", "-T", "again");
        Desktop.await("the picture goes on", () -> desk.relay.count(MessageType.SCREEN_PICTURE) > pictures);
    }

    @Test
    void forgetsConsentWhenTheLastTechnicianLeavesForGood() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        desk.relay.technicianLeaves(true);
        Desktop.await(
                "lapsed",
                () -> desk.helpdesk.journal().stream()
                        .anyMatch(entry -> entry.decision() == JournalEntry.Decision.LAPSED));
    }

    @Test
    void endsWithoutAQuestionWhenTheWindowIsClosed() throws Exception {
        desk.startWithTechnician();
        desk.click(desk.centreOf("close"));
        assertThat(desk.appletEnds()).isTrue();
    }

    @Test
    void saysInPlainWordsWhyItCannotBegin() throws Exception {
        desk.start(desk.helpdesk.manifest(Instant.parse("2020-01-01T00:00:00Z")));
        desk.desktop.awaitWindow("Beistand");
        Desktop.await(
                "the reason is known",
                () -> Desktop.textOf(folder.resolve("applet.log")).contains("start.manifest_expired"));
        desk.screenshot("expired");
        assertThat(desk.helpdesk.admissions()).isZero();
    }
}
