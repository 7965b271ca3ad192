package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.RecordedTape;
import org.beistand.engine.wire.screen.ScreenLayout;
import org.junit.jupiter.api.Test;

/** A session's recording, from the passphrase to the pixels. */
class RecordingIT extends RecordedSessions {

    @Test
    void showsEachMomentWhereverOneComesFrom() {
        recorded(true, session());
        opens("en");
        assertThat(canvasPixels()).as("opens on a picture").isEqualTo(first);
        seek(0);
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
        recorded(true, session());
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
    void stillTimesAreShownToWhoWantsThem() {
        recorded(true, session());
        opens("en");
        seek(2600);
        page.locator("[data-action=skip]").click();
        page.locator("[data-part=speed]").selectOption("8");
        page.locator("[data-action=play]").click();
        // Left out, they would pass within an eighth of a second; shown, within two.
        page.waitForCondition(() -> position() > 5000);
        assertThat(position()).isLessThan(19_000);
        page.waitForSelector("#recording[data-playing=false]");
        assertThat(position()).isEqualTo(22_000);
    }

    @Test
    void theKeyboardDoesItAll() {
        recorded(true, session());
        opens("en");
        seek(0);
        page.keyboard().press("ArrowRight");
        settles();
        assertThat(position()).isEqualTo(5000);
        page.keyboard().press("Shift+ArrowRight");
        settles();
        assertThat(position()).isEqualTo(22_000);
        page.keyboard().press("ArrowLeft");
        settles();
        assertThat(position()).isEqualTo(17_000);
        page.locator("[data-part=position]").focus();
        page.keyboard().press(" ");
        page.waitForSelector("#recording[data-playing=true]");
        page.keyboard().press(" ");
        page.waitForSelector("#recording[data-playing=false]");
    }

    @Test
    void saysWhoSteersOnlyWhereSomebodyMay() {
        recorded(true, steered());
        opens("de");
        assertThat(page.locator(".beistand-events li").allTextContents())
                .filteredOn(line -> line.contains("steuert"))
                .containsExactly("0:00Maria Lindner steuert", "0:05Niemand steuert");
    }

    @Test
    void listsWhatHappenedAndGoesThere() {
        recorded(true, session());
        opens("de");
        assertThat(page.locator(".beistand-events li").allTextContents())
                .containsExactly(
                        "0:00Aufzeichnung beginnt: Ansicht von Maria Lindner",
                        "0:00Zu Beginn erlaubt: Aufzeichnen",
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
    void connectionsFollowEachOtherAndTheTimeBetweenIsSaid() {
        RecordedTape again = new RecordedTape("t2", "Maria Lindner", 5, BEGINS + 60_000)
                .fromApplet(MessageType.SCREEN_LAYOUT, layout())
                .at(500)
                .whole(third, WIDTH);
        recorded(false, session(), again);
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
        recorded(true, jonas, session());
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
}
