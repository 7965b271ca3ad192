package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.Grants;
import org.beistand.engine.wire.control.Ping;
import org.beistand.engine.wire.control.Pong;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

class ToolsIT extends InChromium {

    @Test
    void screenshotHasExactlyThePixelsOfTheScreen() throws Exception {
        int[] pixels = Pixels.desktop(123, 77);
        viewing(pixels, 123);
        Download download = page.waitForDownload(
                () -> page.locator("[data-action=screenshot]").click());
        assertThat(download.suggestedFilename()).startsWith("T-1042-").endsWith(".png");
        try (InputStream file = download.createReadStream()) {
            BufferedImage image = ImageIO.read(file);
            assertThat(image.getRGB(0, 0, 123, 77, null, 0, 123)).isEqualTo(pixels);
        }
        assertThat(page.locator(".beistand-notice").textContent()).contains(download.suggestedFilename());
    }

    @Test
    void fullScreenShowsTheWholeWorkspaceAndIsLeftAgain() {
        viewing(Pixels.desktop(64, 64), 64);
        page.locator("[data-action=fullscreen]").click();
        page.waitForFunction("() => document.fullscreenElement?.id === 'workspace'");
        page.locator("[data-action=fullscreen]").click();
        page.waitForFunction("() => !document.fullscreenElement");
    }

    @Test
    void thePictureGetsTheRoomOfAClosedPanel() {
        viewing(Pixels.desktop(1920, 1080), 1920);
        double before = page.locator("#screen").boundingBox().width;
        page.locator("[data-action=panel-close]").click();
        page.waitForCondition(() -> page.locator("#screen").boundingBox().width > before);
        assertThat(page.locator("#screen").boundingBox().x).isGreaterThanOrEqualTo(0);
    }

    @Test
    void onAPhoneThePanelStartsClosedAndLiesOverThePicture() {
        page.setViewportSize(390, 780);
        workspace().welcomesWithCustomer();
        shows("panel", "closed");
        page.locator("[data-action=panel]").click();
        assertThat(page.locator(".beistand-panel").boundingBox().width).isEqualTo(390);
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void onAPhoneThePanelGivesWayToWhyTheSessionIsOver() {
        page.setViewportSize(390, 780);
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        page.locator("[data-action=panel]").click();
        desktop.ends(Status.ENDED_BY_CUSTOMER);
        shows("situation", "ended");
        page.locator(".beistand-card").click();
    }

    @Test
    void pingsAreAnsweredAndTheRoundTripIsTold() {
        Desktop desktop = workspace().welcomesWithCustomer();
        desktop.viewer().send(MessageType.PING, Ping.newBuilder().setNonce(77).build());
        assertThat(desktop.viewer().await(MessageType.PONG, Pong.parser()).getNonce())
                .isEqualTo(77);
        page.waitForCondition(
                () -> page.locator("[data-part=latency]").textContent().endsWith(" ms"));
    }

    @Test
    void theLitePageUsesTheWholeCore() {
        page.navigate(helpdesk.origin() + "/viewer/viewer-lite.html");
        page.locator("[name=relayUrl]").fill(relay.url());
        page.locator("[name=grant]").fill(Grants.carrying("view", "control"));
        page.locator("#join button").click();
        Desktop desktop = new Desktop(relay.next()).welcomesWithCustomer("view", "control");
        int[] pixels = Pixels.desktop(99, 55);
        desktop.layout(99, 55);
        desktop.picture(1, pixels, 99);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        assertThat(canvasPixels()).isEqualTo(pixels);
        page.locator("#screen").click();
        page.keyboard().press("q");
        assertThat(desktop.viewer()
                        .await(MessageType.KEY_PRESS, KeyPress.parser())
                        .getKey())
                .isEqualTo("q");
        desktop.says("one", "<b>Hallo</b>");
        page.waitForCondition(() -> page.locator("#lines").textContent().equals("Anna Beck: <b>Hallo</b>"));
    }

    private void viewing(int[] pixels, int width) {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(width, pixels.length / width);
        desktop.picture(1, pixels, width);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
    }
}
