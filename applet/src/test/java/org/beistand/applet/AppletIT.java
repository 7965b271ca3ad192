package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.beistand.applet.counterpart.SmallHelpdesk;
import org.beistand.applet.counterpart.SmallRelay;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.input.TypeText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process on a real desktop. Consent is given by clicks of a real pointer, because there is no other way. */
class AppletIT {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @TempDir
    Path folder;

    private Desktop desktop;
    private SmallRelay relay;
    private SmallHelpdesk helpdesk;
    private @Nullable Process applet;
    private Path typed;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.start(WIDTH, HEIGHT);
        desktop.start("openbox");
        relay = new SmallRelay();
        helpdesk = new SmallHelpdesk(relay.url());
        typed = folder.resolve("typed.txt");
    }

    @AfterEach
    void close() throws Exception {
        screenshot("last");
        if (applet != null) {
            applet.destroy();
        }
        desktop.close();
        relay.close();
        helpdesk.close();
    }

    @Test
    void showsThePictureExactlyAndTypesAfterTwoClicks() throws Exception {
        startWithTechnician();
        screenshot("together");
        relay.ask("1", "control");
        assertThat(click("allow", "1").getDecision()).isEqualTo(Decision.DECISION_GRANTED);
        desktop.start("xterm", "-u8", "-geometry", "60x12+20+20", "-T", "typing", "-e", "cat > " + typed);
        desktop.awaitWindow("typing");
        desktop.run("xdotool", "mousemove", "100", "100", "click", "1");
        relay.send(
                MessageType.TYPE_TEXT,
                TypeText.newBuilder().setText("äöü@{}\\|~€\n").build());
        Desktop.await("typed", () -> Desktop.textOf(typed).equals("äöü@{}\\|~€\n"));
        screenshot("controlling");
        Desktop.await("the viewer shows the screen pixel for pixel", this::viewerIsExact);
        assertThat(relay.count(MessageType.SCREEN_PICTURE)).isPositive();
    }

    private boolean viewerIsExact() {
        try {
            BufferedImage screen = desktop.screenshot(folder.resolve("root.png"));
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    if (relay.pixel(x, y) != (screen.getRGB(x, y) & 0xffffff)) {
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
        startWithTechnician();
        relay.send(
                MessageType.TYPE_TEXT, TypeText.newBuilder().setText("stealthy").build());
        relay.ask("1", "view");
        assertThat(click("decline", "1").getDecision()).isEqualTo(Decision.DECISION_DECLINED);
        relay.ask("2", "file_read");
        assertThat(relay.awaitDecision("2").getDecision()).isEqualTo(Decision.DECISION_NOT_PERMITTED);
        assertThat(relay.count(MessageType.SCREEN_PICTURE)).isZero();
        Desktop.await(
                "the helpdesk knows",
                () -> helpdesk.journal().stream()
                        .anyMatch(entry -> entry.decision() == JournalEntry.Decision.DECLINED));
    }

    @Test
    void takesSilenceAsNo() throws Exception {
        helpdesk.ask(5);
        startWithTechnician();
        relay.ask("1", "view");
        screenshotWhenAsked("question");
        assertThat(relay.awaitDecision("1").getDecision()).isEqualTo(Decision.DECISION_TIMED_OUT);
    }

    @Test
    void stopsPictureAndInputWithinTwoHundredMilliseconds() throws Exception {
        startWithTechnician();
        relay.ask("1", "control");
        click("allow", "1");
        desktop.start("xterm", "-geometry", "60x12+20+20", "-T", "busy", "-e", "while :; do date +%N; done");
        desktop.awaitWindow("busy");
        Desktop.await("pictures flow", () -> relay.count(MessageType.SCREEN_PICTURE) > 5);
        int[] end = centreOf("end");
        long[] clicked = {0};
        Desktop.await("the end is told", () -> {
            try {
                desktop.run("xdotool", "mousemove", "" + end[0], "" + end[1], "click", "1");
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
            clicked[0] = clicked[0] == 0 ? System.nanoTime() : clicked[0];
            return relay.count(MessageType.END) > 0;
        });
        Desktop.await(
                "the connection is told",
                () -> helpdesk.journal().stream().anyMatch(entry -> entry.status() == Status.ENDED_BY_CUSTOMER));
        assertThat(Duration.ofNanos(relay.lastPictureNanos() - clicked[0])).isLessThan(Duration.ofMillis(200));
        screenshot("over");
    }

    @Test
    void keepsConsentAndChatThroughABrokenConnection() throws Exception {
        startWithTechnician();
        relay.ask("1", "view");
        click("allow", "1");
        UUID line = UUID.randomUUID();
        relay.send(
                MessageType.CHAT_LINE,
                ChatLine.newBuilder()
                        .setId(line.toString())
                        .setText("Guten Tag!")
                        .build());
        relay.await(MessageType.CHAT_KEPT, frame -> true);
        long before = relay.count(MessageType.CHAT_HISTORY);
        relay.cut();
        Desktop.await("a fresh grant is used", () -> helpdesk.admissions() == 2);
        Desktop.await("the technician gets the chat", () -> relay.count(MessageType.CHAT_HISTORY) > before);
        long pictures = relay.count(MessageType.SCREEN_PICTURE);
        desktop.start("xterm", "-geometry", "20x5+20+20", "-T", "again");
        Desktop.await("the picture goes on", () -> relay.count(MessageType.SCREEN_PICTURE) > pictures);
    }

    @Test
    void forgetsConsentWhenTheLastTechnicianLeavesForGood() throws Exception {
        startWithTechnician();
        relay.ask("1", "view");
        click("allow", "1");
        relay.technicianLeaves(true);
        Desktop.await(
                "withdrawn",
                () -> helpdesk.journal().stream()
                        .anyMatch(entry -> entry.decision() == JournalEntry.Decision.WITHDRAWN));
    }

    @Test
    void endsWithoutAQuestionWhenTheWindowIsClosed() throws Exception {
        startWithTechnician();
        int[] close = centreOf("close");
        desktop.run("xdotool", "mousemove", "" + close[0], "" + close[1], "click", "1");
        assertThat(Objects.requireNonNull(applet).waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysInPlainWordsWhyItCannotBegin() throws Exception {
        start(helpdesk.manifest(Instant.parse("2020-01-01T00:00:00Z")));
        desktop.awaitWindow("Beistand");
        Desktop.await(
                "the reason is known",
                () -> Desktop.textOf(folder.resolve("applet.log")).contains("start.manifest_expired"));
        screenshot("expired");
        assertThat(helpdesk.admissions()).isZero();
    }

    private void startWithTechnician() throws Exception {
        start(helpdesk.manifest(Instant.parse("2090-01-01T00:00:00Z")));
        desktop.awaitWindow("Nordlicht IT - Beistand");
        relay.technicianJoins();
        relay.await(MessageType.CHAT_HISTORY, frame -> true);
    }

    private void start(String manifest) throws IOException {
        Path file = Files.writeString(folder.resolve("session.jws"), manifest);
        applet = desktop.start(
                folder.resolve("applet.log"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.beistand.applet.Applet",
                file.toString());
    }

    /** Where the buttons are: found by their ground, as people find them. */
    private int[] centreOf(String what) throws Exception {
        List<String> place = desktop.run(
                        "xdotool", "search", "--name", "Nordlicht IT - Beistand", "getwindowgeometry", "--shell")
                .lines()
                .toList();
        int x = value(place, "X=");
        int y = value(place, "Y=");
        int width = value(place, "WIDTH=");
        BufferedImage screen = desktop.screenshot(folder.resolve("find.png"));
        int right = x + width - 70;
        if (what.equals("end")) {
            return new int[] {right, firstRow(screen, right, 0xb3261e) + 10};
        }
        if (what.equals("close")) { // in the window manager's title bar, above the header's accent line
            return new int[] {x + width - 11, firstRow(screen, right, 0x1b5e9e) - 11};
        }
        int bottom = -1;
        for (int row = y; row < y + value(place, "HEIGHT="); row++) {
            bottom = (screen.getRGB(x + 5, row) & 0xffffff) == 0xfdf1dc ? row : bottom;
        }
        return bottom < 0 ? new int[0] : new int[] {x + width * (what.equals("allow") ? 3 : 1) / 4, bottom - 38};
    }

    private static int firstRow(BufferedImage screen, int x, int colour) {
        int row = 0;
        while ((screen.getRGB(x, row) & 0xffffff) != colour) {
            row++;
        }
        return row;
    }

    private static int value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToInt(line -> Integer.parseInt(line.substring(key.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Clicks on the button of whatever is asked until this request has its answer. */
    private PermissionDecision click(String button, String requestId) {
        Desktop.await("an answer by a click on " + button, () -> {
            try {
                int[] at = centreOf(button);
                if (at.length > 0) {
                    desktop.run("xdotool", "mousemove", "" + at[0], "" + at[1], "click", "1");
                }
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return relay.decision(requestId).isPresent();
        });
        return relay.decision(requestId).orElseThrow();
    }

    private void screenshotWhenAsked(String name) {
        Desktop.await("the question", () -> {
            try {
                return centreOf("allow").length > 0;
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        screenshot(name);
    }

    /** Kept beside the test's report, to be looked at by people. */
    private void screenshot(String name) {
        try {
            Path pictures = Files.createDirectories(Path.of("target", "screens"));
            desktop.screenshot(pictures.resolve(name + ".png").toAbsolutePath());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
