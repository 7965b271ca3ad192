package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.RecordedTape;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionDecision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.consent.PermissionState;
import org.beistand.engine.wire.consent.SteeringState;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.junit.jupiter.api.Test;

/** A session's recording, from the passphrase to the pixels. */
class RecordingIT extends RecordingPages {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final long BEGINS = 1_795_430_530_000L;
    private static final Area WINDOW = new Area(60, 50, 220, 130);

    private final int[] first = Pixels.desktop(WIDTH, HEIGHT);
    private final int[] second = changed(first, 0xFF2266AA);
    private final int[] third = Pixels.noise(WIDTH, HEIGHT, 9);
    private final int[] fourth = changed(third, 0xFF22AA66);

    @Test
    void showsEachMomentWhereverOneComesFrom() {
        recorded(true, session("t1", "Maria Lindner", 3, 0));
        opens("en");
        assertThat(page.locator("[data-part=card]").textContent()).contains("No picture yet");
        for (int[] place :
                new int[][] {{1500, 1}, {2100, 2}, {21_500, 4}, {20_500, 3}, {1500, 1}, {20_000, 3}, {2000, 2}}) {
            seek(place[0]);
            assertThat(canvasPixels())
                    .as("at %d", place[0])
                    .isEqualTo(List.of(first, second, third, fourth).get(place[1] - 1));
            assertThat(page.locator("#screen").isVisible()).isTrue();
        }
        seek(22_000);
        assertThat(page.locator("#screen").isVisible()).isFalse();
        assertThat(canvasPixels()).containsOnly(0xFF000000);
    }

    @Test
    void playsPausesAndLeavesOutStillTimes() {
        recorded(true, session("t1", "Maria Lindner", 3, 0));
        opens("en");
        seek(1900);
        page.locator("[data-action=play]").click();
        page.waitForCondition(() -> position() > 2000);
        page.locator("[data-action=play]").click();
        int paused = position();
        assertThat(page.locator("#recording").getAttribute("data-playing")).isEqualTo("false");
        assertThat(canvasPixels()).isEqualTo(second);
        seek(2600);
        page.locator("[data-action=play]").click();
        // 17 seconds in which nothing happens pass within one.
        page.waitForCondition(() -> position() >= 20_000, new Page.WaitForConditionOptions().setTimeout(5000));
        page.waitForSelector("#recording[data-playing=false]");
        assertThat(position()).isEqualTo(22_000).isGreaterThan(paused);
        page.locator("[aria-label='Play again']").click();
        page.waitForCondition(() -> position() < 20_000);
    }

    @Test
    void theKeyboardDoesItAll() {
        recorded(true, session("t1", "Maria Lindner", 3, 0));
        opens("en");
        page.keyboard().press("ArrowRight");
        settles();
        assertThat(position()).isEqualTo(5000);
        page.keyboard().press("Shift+ArrowRight");
        settles();
        assertThat(position()).isEqualTo(22_000);
        page.keyboard().press("ArrowLeft");
        settles();
        assertThat(position()).isEqualTo(17_000);
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-part=speed]").inputValue()).isEqualTo("2");
        page.locator("[data-part=position]").focus();
        page.keyboard().press(" ");
        page.waitForSelector("#recording[data-playing=true]");
        page.keyboard().press(" ");
        page.waitForSelector("#recording[data-playing=false]");
        page.keyboard().press("f");
        page.waitForCondition(() -> (boolean) page.evaluate("() => document.fullscreenElement?.id === 'recording'"));
    }

    @Test
    void listsWhatHappenedAndGoesThere() {
        recorded(true, session("t1", "Maria Lindner", 3, 0));
        opens("de");
        assertThat(page.locator(".beistand-events li").allTextContents())
                .containsExactly(
                        "0:00Aufzeichnung beginnt: Ansicht von Maria Lindner",
                        "0:00Zu Beginn erlaubt: Aufzeichnen",
                        "0:00Maria Lindner steuert",
                        "0:00Angefragt: Bildschirm sehen",
                        "0:01Erlaubt: Bildschirm sehen",
                        "0:02Anna BeckMein Drucker <b>druckt</b> nicht.",
                        "0:21Maria LindnerIch sehe es.",
                        "0:22Zurückgenommen: Bildschirm sehen",
                        "0:22Aufzeichnung endet");
        page.locator(".beistand-events button", new Page.LocatorOptions().setHasText("Ich sehe es"))
                .click();
        settles();
        assertThat(position()).isEqualTo(21_200);
        assertThat(page.locator("[aria-current=true]").textContent()).contains("Ich sehe es");
        assertThat(canvasPixels()).isEqualTo(fourth);
    }

    @Test
    void aWrongPassphraseIsSaidAndMayBeTriedAgain() {
        recorded(true, session("t1", "Maria Lindner", 3, 0));
        page.navigate(helpdesk.recording("en"));
        recordingIs("locked");
        assertThat(page.locator("#recording").textContent())
                .contains("INC-1042", "Anna Beck, helped by Maria Lindner", "12 minutes");
        photograph("card");
        page.locator("[name=passphrase]").fill("acht nasse Füße");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("[role=alert]").textContent().contains("does not open"));
        page.setViewportSize(360, 740);
        photograph("wrong-phone");
        assertThat(page.locator("[name=passphrase]").inputValue()).isEqualTo("acht nasse Füße");
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.keyboard().press("Enter");
        recordingIs("playing");
    }

    @Test
    void connectionsFollowEachOtherAndTheTimeBetweenIsSaid() {
        RecordedTape again = new RecordedTape("t2", "Maria Lindner", 5, BEGINS + 60_000)
                .fromApplet(MessageType.SCREEN_LAYOUT, layout())
                .at(500)
                .whole(third, WIDTH);
        recorded(false, session("t1", "Maria Lindner", 3, 0), again);
        opens("en");
        seek(40_000);
        assertThat(page.locator("[data-part=card]").textContent()).contains("Not recorded");
        seek(60_500);
        assertThat(canvasPixels()).isEqualTo(third);
        assertThat(page.locator("[data-part=hint]").textContent()).isEqualTo("The recording breaks off here.");
        assertThat(page.locator("[data-part=whose]").isVisible()).isFalse();
    }

    @Test
    void ofTechniciansAtTheSameTimeOneIsLookedAt() {
        RecordedTape jonas = new RecordedTape("t2", "Jonas Weber", 4, BEGINS + 1000)
                .fromApplet(MessageType.SCREEN_LAYOUT, layout())
                .whole(third, WIDTH)
                .at(3000)
                .change(fourth, WIDTH, WINDOW);
        recorded(true, jonas, session("t1", "Maria Lindner", 3, 0));
        opens("en");
        assertThat(page.locator("[data-part=whose] option").allTextContents())
                .containsExactly("Maria Lindner", "Jonas Weber");
        seek(2100);
        assertThat(canvasPixels()).isEqualTo(second);
        page.locator("[data-part=whose]").selectOption("1");
        page.waitForCondition(() -> position() == 1100);
        settles();
        assertThat(canvasPixels()).isEqualTo(third);
    }

    @Test
    void whatIsDamagedOrTornIsPlayedUntilThere() {
        RecordedTape tape = session("t1", "Maria Lindner", 3, 0);
        recorded(true, tape);
        helpdesk.keeps("s1/t1", 200, Arrays.copyOf(tape.bytes(), tape.bytes().length - 5));
        opens("en");
        seek(22_000);
        assertThat(page.locator("[data-part=hint]").textContent()).isEqualTo("The recording breaks off here.");
        byte[] nonsense = Arrays.copyOf(tape.bytes(), tape.bytes().length + 40);
        Arrays.fill(nonsense, tape.bytes().length, nonsense.length, (byte) 0xFF);
        helpdesk.keeps("s1/t1", 200, nonsense);
        opens("en");
        seek(2000);
        assertThat(canvasPixels()).isEqualTo(second);
        seek(22_000);
        assertThat(page.locator("[data-part=hint]").textContent()).contains("damaged from here on");
    }

    @Test
    void aBrokenPictureIsSaidAndOthersAreStillShown() {
        RecordedTape tape = session("t1", "Maria Lindner", 3, 0);
        byte[] bytes = tape.bytes();
        // Within the third picture, which is the largest by far.
        bytes[bytes.length / 2] ^= 1;
        recorded(true, tape);
        helpdesk.keeps("s1/t1", 200, bytes);
        opens("en");
        seek(20_500);
        page.waitForCondition(
                () -> page.locator("[data-part=card]").textContent().contains("cannot be shown"));
        seek(2000);
        assertThat(canvasPixels()).isEqualTo(second);
        assertThat(page.locator("[data-part=card]").isVisible()).isFalse();
    }

    @Test
    void whatCannotBeLoadedIsSaidAndTriedAgain() {
        RecordedTape tape = session("t1", "Maria Lindner", 3, 0);
        recorded(true, tape);
        helpdesk.keeps("s1/t1", 503, "{}".getBytes(UTF_8));
        page.navigate(helpdesk.recording("en"));
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.keyboard().press("Enter");
        recordingIs("failed");
        photograph("failed");
        helpdesk.keeps("s1/t1", 200, tape.bytes());
        page.locator("[data-action=retry]").click();
        recordingIs("playing");
        recorded(true);
        page.navigate(helpdesk.recording("de"));
        recordingIs("none");
        assertThat(page.locator("#recording").textContent()).contains("Es wurde nichts aufgezeichnet");
    }

    /** The screen was there while the next whole one was on its way. */
    @Test
    void aPictureThatIsNotAllThereYetTakesNothingAway() {
        int[] wide = Pixels.noise(1280, 800, 1);
        int[] next = Pixels.noise(1280, 800, 2);
        ScreenLayout layout = ScreenLayout.newBuilder()
                .setWidth(1280)
                .setHeight(800)
                .setCapturing(true)
                .build();
        RecordedTape tape = new RecordedTape("t1", "Maria Lindner", 3, BEGINS)
                .fromApplet(MessageType.SCREEN_LAYOUT, layout)
                .whole(wide, 1280)
                .at(1000)
                .slowly(400)
                .whole(next, 1280);
        recorded(true, tape);
        opens("en");
        seek(1200);
        assertThat(canvasPixels()).isEqualTo(wide);
        seek(60_000);
        assertThat(canvasPixels()).isEqualTo(next);
        seek(1200);
        assertThat(canvasPixels()).isEqualTo(wide);
    }

    @Test
    void fitsAnyWindow() {
        int[] desktop = PaintedDesktop.pixels(1920, 1080);
        RecordedTape tape = new RecordedTape("t1", "Maria Lindner", 3, BEGINS);
        story(tape, desktop, 1920, ScreenLayout.newBuilder().setWidth(1920).setHeight(1080));
        RecordedTape other = new RecordedTape("t2", "Jonas Weber", 4, BEGINS + 1000)
                .whole(third, WIDTH)
                .at(300);
        recorded(false, tape, other.fromApplet(MessageType.SCREEN_LAYOUT, layout()));
        opens("de");
        seek(21_300);
        photograph("desk");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        photograph("desk-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(360, 740);
        page.waitForCondition(() -> page.locator("#screen").boundingBox().width <= 360);
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(page.locator(".beistand-panel").boundingBox().y)
                .isGreaterThan(page.locator(".beistand-bar").boundingBox().y);
        photograph("phone");
    }

    /** Everything that is looked for above, and nothing else: 22 seconds. */
    private RecordedTape session(String id, String technician, int number, long after) {
        RecordedTape tape = new RecordedTape(id, technician, number, BEGINS + after);
        return story(tape, first, WIDTH, layout().toBuilder());
    }

    private RecordedTape story(RecordedTape tape, int[] screen, int width, ScreenLayout.Builder layout) {
        int[] other = width == WIDTH ? third : screen;
        return tape.fromApplet(
                        MessageType.PERMISSION_STATE,
                        PermissionState.newBuilder().addGranted("record").build())
                .fromApplet(
                        MessageType.STEERING_STATE,
                        SteeringState.newBuilder().setSteering(3).build())
                .at(500)
                .fromTechnician(
                        MessageType.PERMISSION_REQUEST,
                        PermissionRequest.newBuilder()
                                .setRequestId("r1")
                                .setPermission("view")
                                .build())
                .at(1000)
                .fromApplet(MessageType.PERMISSION_DECISION, decision("r1", Decision.DECISION_GRANTED))
                .fromApplet(MessageType.SCREEN_LAYOUT, layout.setCapturing(true).build())
                .whole(screen, width)
                .at(1200)
                .fromApplet(MessageType.CURSOR_SHAPE, arrow())
                .fromApplet(
                        MessageType.CURSOR_MOVED,
                        CursorMoved.newBuilder().setX(300).setY(200).build())
                .at(2000)
                .change(width == WIDTH ? second : screen, width, WINDOW)
                .at(2500)
                .fromApplet(
                        MessageType.CHAT_LINE,
                        Desktop.line("a", "Mein Drucker <b>druckt</b> nicht.", Desktop.CUSTOMER, true))
                .at(20_000)
                .whole(other, width)
                .at(21_000)
                .change(width == WIDTH ? fourth : screen, width, WINDOW)
                .at(21_200)
                .fromTechnician(MessageType.CHAT_LINE, Desktop.line("b", "Ich sehe es.", "Maria Lindner", false))
                .at(22_000)
                .fromApplet(MessageType.PERMISSION_DECISION, decision("", Decision.DECISION_WITHDRAWN));
    }

    private static PermissionDecision decision(String request, Decision decision) {
        return PermissionDecision.newBuilder()
                .setRequestId(request)
                .setPermission("view")
                .setDecision(decision)
                .build();
    }

    private static ScreenLayout layout() {
        return ScreenLayout.newBuilder()
                .setWidth(WIDTH)
                .setHeight(HEIGHT)
                .setCapturing(true)
                .build();
    }

    private static CursorShape arrow() {
        byte[] pixels = new byte[16 * 16 * 4];
        Arrays.fill(pixels, (byte) 0xFF);
        return CursorShape.newBuilder()
                .setId(1)
                .setWidth(16)
                .setHeight(16)
                .setPixels(ByteString.copyFrom(pixels))
                .build();
    }

    private static int[] changed(int[] screen, int color) {
        int[] after = screen.clone();
        for (int y = WINDOW.y(); y < WINDOW.y() + WINDOW.height(); y++) {
            Arrays.fill(after, y * WIDTH + WINDOW.x(), y * WIDTH + WINDOW.x() + WINDOW.width(), color);
        }
        return after;
    }
}
