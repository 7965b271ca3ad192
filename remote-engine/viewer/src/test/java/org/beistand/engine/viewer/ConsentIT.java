package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.control.End;
import org.beistand.engine.wire.control.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentIT extends InChromium {

    @Test
    void waitsForTheCustomerThenAsksInOneClick() {
        Desktop desktop = workspace().welcomes();
        shows("situation", "waiting");
        assertThat(page.locator("[data-action=ask-view]").isVisible()).isFalse();
        desktop.joins(Desktop.participant(Desktop.APPLET, Role.ROLE_APPLET, Desktop.CUSTOMER));
        desktop.state();
        shows("situation", "here");
        page.locator("[data-action=ask-view]").click();
        assertThat(asked(desktop).getPermission()).isEqualTo("view");
        shows("situation", "asking");
        assertThat(page.locator(".beistand-card").textContent())
                .contains("s left")
                .contains("No answer means no");
        assertThat(page.locator("[data-action=ask-view]").isDisabled()).isTrue();
    }

    @Test
    void askingForControlAsksForTheViewToo() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator("[data-action=card-control]").click();
        assertThat(asked(desktop).getPermission()).isEqualTo("view");
        assertThat(asked(desktop).getPermission()).isEqualTo("control");
    }

    @ParameterizedTest
    @CsvSource({
        "DECISION_DECLINED, does not want you to see the screen",
        "DECISION_TIMED_OUT, did not answer",
        "DECISION_WITHDRAWN, no longer lets you see the screen",
        "DECISION_NOT_PERMITTED, do not include viewing"
    })
    void everyNoIsToldInWordsAndMayBeAskedAgain(Decision decision, String words) {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator("[data-action=ask-view]").click();
        asked(desktop);
        desktop.decides("view", decision);
        desktop.state();
        shows("situation", "here");
        assertThat(page.locator(".beistand-notice").textContent()).contains(words);
        page.locator("[data-action=ask-view]").click();
        assertThat(asked(desktop).getPermission()).isEqualTo("view");
    }

    @Test
    void whatTheGrantDoesNotCarryIsNotShown() {
        Desktop desktop = workspace("en", "view").welcomesWithCustomer();
        shows("situation", "here");
        assertThat(page.locator("[data-action=ask-view]").isVisible()).isTrue();
        assertThat(page.locator("[data-action=ask-control]").isVisible()).isFalse();
        assertThat(page.locator("[data-action=card-control]").isVisible()).isFalse();
        desktop.state("view");
        shows("situation", "picture");
    }

    @Test
    void aGrantWithoutAnythingLeavesTheChat() {
        workspace("en").welcomesWithCustomer();
        shows("situation", "nothing");
        assertThat(page.locator(".beistand-card").textContent()).contains("chat only");
    }

    @Test
    void aQuestionThatIsUnderWayIsSeenAfterAReload() {
        workspace().welcomesWithCustomer().beingAsked("view");
        shows("situation", "asking");
        page.reload();
        new Desktop(relay.next()).welcomesWithCustomer().beingAsked("view");
        shows("situation", "asking");
    }

    @Test
    void withdrawnControlTakesTheToolsAway() {
        Desktop desktop = workspace().welcomesWithCustomer("view", "control");
        desktop.layout(64, 64);
        desktop.picture(1, Pixels.desktop(64, 64), 64);
        shows("situation", "live");
        assertThat(page.locator("[data-action=keys]").isVisible()).isTrue();
        assertThat(page.locator("[data-part=allowed]").textContent()).isEqualTo("You are controlling");
        desktop.decides("control", Decision.DECISION_WITHDRAWN);
        desktop.state("view");
        shows("control", "off");
        assertThat(page.locator("[data-action=keys]").isVisible()).isFalse();
        assertThat(page.locator("[data-part=allowed]").textContent()).isEqualTo("You are viewing");
    }

    @ParameterizedTest
    @CsvSource({"capture.wayland, uses Wayland", "capture.nothing, no way to see", "capture.<b>new, no way to see"})
    void saysWhyThereIsNoPicture(String reason, String words) {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.cannotCapture(reason);
        shows("situation", "capture");
        assertThat(page.locator(".beistand-card").textContent()).contains(words);
    }

    @Test
    void aRecordingIsAskedForAndSaidForAsLongAsItLasts() {
        Desktop desktop = workspace("de", "view", "control", "record").welcomesWithCustomer("view", "control");
        desktop.layout(640, 400);
        desktop.picture(1, Pixels.desktop(640, 400), 640);
        shows("situation", "live");
        assertThat(page.locator("[data-part=record]").isVisible()).isFalse();
        page.locator("[data-action=ask-record]").click();
        assertThat(asked(desktop).getPermission()).isEqualTo("record");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "record-asking.png")));
        desktop.decides("record", Decision.DECISION_GRANTED);
        page.locator("[data-part=record]").waitFor();
        assertThat(page.locator(".beistand-strip [role=status]").textContent()).isEqualTo("Aufzeichnung läuft");
        assertThat(page.locator("[data-action=ask-record]").isVisible()).isFalse();
        assertThat(page.locator(".beistand-notice").textContent()).contains("erlaubt die Aufzeichnung");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "record-granted.png")));
        page.setViewportSize(390, 780);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "record-phone.png")));
        desktop.decides("record", Decision.DECISION_WITHDRAWN);
        page.waitForCondition(() -> !page.locator("[data-part=record]").isVisible());
        assertThat(page.locator(".beistand-notice").textContent()).contains("zu Ende");
    }

    @Test
    void whoMayNotRecordIsNotOfferedIt() {
        workspace().welcomesWithCustomer();
        shows("situation", "here");
        assertThat(page.locator("[data-action=ask-record]").isVisible()).isFalse();
    }

    @Test
    void endingAsksFirstAndCallsTheHelpdesk() {
        workspace().welcomesWithCustomer();
        page.locator("[data-action=end]").click();
        assertThat(page.locator("dialog").textContent()).contains("Anna Beck is disconnected", "T-1042");
        page.keyboard().press("Escape");
        assertThat(helpdesk.calls()).noneMatch(call -> call.path().endsWith("/end"));
        page.locator("[data-action=end]").click();
        page.locator("dialog [data-action=confirm]").click();
        page.waitForCondition(() -> helpdesk.calls().stream()
                .anyMatch(call -> call.path().equals("/api/v1/sessions/s1/end")
                        && call.csrf().equals("token-of-this-page")));
    }

    @Test
    void endingGoesThroughTheRelayWhileTheHelpdeskIsAway() {
        helpdesk.ends(() -> new Answer(503, ""));
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        page.locator("[data-action=end]").click();
        page.locator("dialog [data-action=confirm]").click();
        assertThat(desktop.viewer().await(MessageType.END, End.parser()).getStatus())
                .isEqualTo(Status.ENDED_BY_TECHNICIAN.code());
        desktop.ends(Status.ENDED_BY_TECHNICIAN);
        shows("situation", "ended");
    }

    private static PermissionRequest asked(Desktop desktop) {
        return desktop.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser());
    }
}
