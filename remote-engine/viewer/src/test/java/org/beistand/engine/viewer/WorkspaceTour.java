package org.beistand.engine.viewer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

/**
 * Photographs every state of the workspace into {@code target/tour}, to be looked at by people. Asked for by name:
 * {@code mvn -pl remote-engine/viewer -am verify -Dit.test=WorkspaceTour}.
 */
class WorkspaceTour extends InChromium {

    @Test
    void light() {
        walk("light", "de");
    }

    @Test
    void dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        walk("dark", "en");
    }

    @Test
    void phone() {
        page.setViewportSize(390, 780);
        walk("phone", "de");
    }

    private void walk(String name, String language) {
        Desktop desktop = workspace(language, "view", "control").welcomes();
        shows("situation", "waiting");
        photograph(name, "1-waiting");
        desktop.joins(Desktop.participant(Desktop.APPLET, Role.ROLE_APPLET, Desktop.CUSTOMER));
        desktop.joins(Desktop.participant(9, Role.ROLE_TECHNICIAN, "Jonas Weber"));
        desktop.state();
        desktop.tellsHistory(
                Desktop.line("a", "Guten Tag, mein Drucker druckt nicht mehr.", Desktop.CUSTOMER, true),
                Desktop.line("b", "Guten Tag Frau Beck, ich sehe mir das gern mit Ihnen an.", "Maria Lindner", false),
                Desktop.line("c", "Der Spooler war gestern auch schon hängen geblieben.", "Jonas Weber", false),
                Desktop.line("d", "Danke! Sie dürfen schauen.", Desktop.CUSTOMER, true));
        shows("situation", "here");
        photograph(name, "2-here");
        desktop.beingAsked("view");
        shows("situation", "asking");
        photograph(name, "3-asking");
        desktop.decides("view", Decision.DECISION_GRANTED);
        desktop.state("view");
        desktop.layout(1920, 1080);
        desktop.picture(1, PaintedDesktop.pixels(1920, 1080), 1920);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        photograph(name, "4-viewing");
        desktop.decides("control", Decision.DECISION_DECLINED);
        photograph(name, "5-declined");
        desktop.state("view", "control");
        shows("control", "granted");
        page.locator("#screen").click();
        page.locator("[data-action=keys]").click();
        photograph(name, "6-controlling-keys");
        page.keyboard().press("Escape");
        desktop.steered(9, 9);
        shows("steering", "other");
        photograph(name, "6-onlooker");
        desktop.steered(3, 3, 9);
        page.locator("[data-action='wish.pass']").waitFor();
        photograph(name, "6-wish");
        page.locator("[data-action=people]").click();
        photograph(name, "6-people");
        page.keyboard().press("Escape");
        page.locator("[data-action=exact]").click();
        photograph(name, "7-exact");
        page.locator("[data-action=fit]").click();
        page.locator("[data-action=end]").click();
        photograph(name, "8-end-question");
        page.keyboard().press("Escape");
        if (!page.locator(".beistand-panel").isVisible()) {
            desktop.says("e", "Hallo?");
            page.locator("[data-unread='1']").waitFor();
            page.locator("[data-action=panel]").click();
        }
        photograph(name, "9-chat");
        helpdesk.admits(() -> new org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer(503, "{}"));
        desktop.viewer().cut();
        page.locator("[data-action=card-retry]").waitFor();
        page.waitForCondition(() -> helpdesk.calls().size() > 4);
        photograph(name, "a-reconnecting");
        helpdesk.admits(() -> admission("view", "control"));
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer("view");
        again.tellsHistory(ChatLine.newBuilder().setId("x").setText("…").build());
        again.ends(Status.ENDED_BY_CUSTOMER);
        shows("situation", "ended");
        photograph(name, "b-ended");
    }

    private void photograph(String name, String what) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", name + "-" + what + ".png")));
    }
}
