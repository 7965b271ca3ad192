package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.input.PointerButton;
import org.beistand.engine.wire.input.PointerWheel;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

/** How the picture is looked at: monitors, zoom, lens, fingers, and what the strip says of the connection. */
class LookingIT extends InChromium {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @Test
    void oneMonitorIsLookedAtOrAllOfThem() {
        Desktop desktop = showing("DP-1", "HDMI-2");
        openMenu();
        photograph("monitors");
        page.locator("[data-monitor='2 HDMI-2']").click();
        assertThat(seen().width).isCloseTo(WIDTH, within(1.0));
        assertThat(pixelAt(seen().x + 1.5, seen().y + 1.5)).isEqualTo(List.of(WIDTH + 1, 1));
        page.mouse().click(seen().x + 10.5, seen().y + 20.5);
        PointerButton click = desktop.viewer().await(MessageType.POINTER_BUTTON, PointerButton.parser());
        assertThat(List.of(click.getX(), click.getY())).containsExactly(WIDTH + 10, 20);
        openMenu();
        page.locator("[data-monitor=all]").click();
        assertThat(pixelAt(seen().x, seen().y)).isEqualTo(List.of(0, 0));
    }

    @Test
    void theMonitorThatIsLookedAtMayMoveAndMayGo() {
        Desktop desktop = showing("DP-1", "HDMI-2");
        openMenu();
        page.locator("[data-monitor='2 HDMI-2']").click();
        desktop.monitors(400, 300, "DP-1", "HDMI-2");
        desktop.picture(2, Pixels.desktop(800, 300), 800);
        page.waitForCondition(() -> Math.abs(seen().width - 400) < 1);
        desktop.monitors(400, 300, "DP-1");
        desktop.picture(3, Pixels.desktop(400, 300), 400);
        page.waitForCondition(() -> pixelAt(seen().x, seen().y).equals(List.of(0, 0)));
        openMenu();
        assertThat(page.locator("[data-monitor=all]").isVisible()).isFalse();
    }

    @Test
    void zoomGoesInStepsAndTheMiddleStays() {
        showing("DP-1");
        openMenu();
        BoundingBox room = page.locator(".beistand-room").boundingBox();
        List<Integer> before = pixelAt(room.x + room.width / 2, room.y + room.height / 2);
        page.locator("[data-action=zoom-in]").press("Enter");
        page.locator("[data-action=zoom-in]").press("Enter");
        page.waitForCondition(
                () -> page.locator("[data-part=zoom]").textContent().equals("150 %"));
        List<Integer> after = pixelAt(room.x + room.width / 2, room.y + room.height / 2);
        assertThat(after.get(0)).isCloseTo(before.get(0), within(2));
        assertThat(after.get(1)).isCloseTo(before.get(1), within(2));
        for (int step = 0; step < 20; step++) {
            page.locator("[data-action=zoom-out]").press("Enter");
        }
        page.waitForCondition(
                () -> page.locator("[data-part=zoom]").textContent().equals("25 %"));
    }

    @Test
    void theLensFollowsThePointer() {
        showing("DP-1");
        openMenu();
        page.locator("[data-action=magnifier]").click();
        page.keyboard().press("Escape");
        BoundingBox picture = page.locator("#screen").boundingBox();
        page.mouse().move(picture.x + 200, picture.y + 150);
        BoundingBox lens = page.locator("[data-part=lens]").boundingBox();
        assertThat(lens.x).isGreaterThan(picture.x + 200);
        photograph("magnifier");
        page.mouse().move(picture.x + picture.width - 5, picture.y + picture.height - 5);
        assertThat(page.locator("[data-part=lens]").boundingBox().x)
                .isLessThan(picture.x + picture.width - 5 - lens.width);
    }

    @Test
    void fingersClickDragScrollAndZoom() {
        page.setViewportSize(390, 780);
        Desktop desktop = showing("DP-1");
        List<Double> middle = middle();
        fingers(middle, "down 1 0 0", "up 1 0 0");
        assertThat(buttons(desktop, 2)).isEqualTo("+0 -0 ");
        fingers(middle, "down 1 0 0", "wait 700", "up 1 0 0");
        assertThat(buttons(desktop, 2)).isEqualTo("+2 -2 ");
        fingers(middle, "down 1 0 0", "move 1 30 0", "move 1 60 0", "up 1 60 0");
        assertThat(buttons(desktop, 2)).isEqualTo("+0 -0 ");
        fingers(middle, "down 1 0 0", "down 2 80 0", "move 1 0 30", "move 2 80 30", "move 1 0 60", "move 2 80 60");
        fingers(middle, "up 1 0 60", "up 2 80 60");
        assertThat(desktop.viewer()
                        .await(MessageType.POINTER_WHEEL, PointerWheel.parser())
                        .getDy())
                .isEqualTo(-120);
        double before = page.locator("#screen").boundingBox().width;
        fingers(middle, "down 1 0 0", "down 2 40 0", "move 2 120 0", "up 1 0 0", "up 2 120 0");
        assertThat(page.locator("#screen").boundingBox().width).isGreaterThan(before * 2);
        photograph("phone-zoomed");
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void theStripSaysHowGoodTheConnectionIs() {
        showing("DP-1");
        page.locator("[data-part=quality]").waitFor();
        page.waitForCondition(
                () -> page.locator("[data-part=rate]").textContent().matches("[\\d.,]+ [kM]B/s"));
        assertThat(page.locator("[data-part=quality]").getAttribute("title")).contains("relay localhost:");
    }

    private Desktop showing(String... monitors) {
        Desktop desktop = workspace().welcomesWithCustomer("view", "control");
        int width = WIDTH * monitors.length;
        desktop.monitors(WIDTH, HEIGHT, monitors);
        desktop.picture(1, Pixels.desktop(width, HEIGHT), width);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    private void openMenu() {
        page.locator("[data-action=view-menu]").click();
        page.locator("[data-part=zoom]").waitFor();
    }

    /** What of the picture can be seen. */
    private BoundingBox seen() {
        return page.locator(".beistand-view").boundingBox();
    }

    /** The remote pixel at a point of the page. */
    @SuppressWarnings("unchecked")
    private List<Integer> pixelAt(double x, double y) {
        return (List<Integer>) page.evaluate("""
                ([x, y]) => {
                  const canvas = document.getElementById('screen');
                  const box = canvas.getBoundingClientRect();
                  return [Math.floor((x - box.left) * canvas.width / box.width + 0.01) || 0,
                    Math.floor((y - box.top) * canvas.height / box.height + 0.01) || 0];
                }""", List.of(x, y));
    }

    private List<Double> middle() {
        BoundingBox box = page.locator("#screen").boundingBox();
        return List.of(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** Fingers by number: down, move and up beside a point of the page, and waiting. */
    private void fingers(List<Double> at, String... steps) {
        page.evaluate("""
                async ([[x, y], steps]) => {
                  const canvas = document.getElementById('screen');
                  for (const step of steps) {
                    const [what, finger, dx, dy] = step.split(' ');
                    if (what === 'wait') {
                      await new Promise((resolve) => setTimeout(resolve, Number(finger)));
                      continue;
                    }
                    const place = { clientX: x + Number(dx), clientY: y + Number(dy) };
                    const init = { pointerType: 'touch', pointerId: 100 + Number(finger), bubbles: true, cancelable: true };
                    const button = what === 'move' ? -1 : 0;
                    canvas.dispatchEvent(new PointerEvent(`pointer${what}`, { ...init, ...place, button }));
                  }
                }""", List.of(at, List.of(steps)));
    }

    private static String buttons(Desktop desktop, int count) {
        StringBuilder buttons = new StringBuilder();
        for (int i = 0; i < count; i++) {
            PointerButton button = desktop.viewer().await(MessageType.POINTER_BUTTON, PointerButton.parser());
            buttons.append(button.getPressed() ? '+' : '-')
                    .append(button.getButton())
                    .append(' ');
        }
        return buttons.toString();
    }

    private void photograph(String what) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "looking-" + what + ".png")));
    }
}
