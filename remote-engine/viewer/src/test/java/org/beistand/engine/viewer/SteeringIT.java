package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.consent.SteeringRequest;
import org.beistand.engine.wire.consent.SteeringStep;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.keys.KeysRefused;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

/** Mouse and keyboard between several technicians, as one of them sees it. The page's own number is 3. */
class SteeringIT extends InChromium {

    private static final int JONAS = 9;

    @Test
    void anOnlookerSendsNothingAsksAndThenSteers() {
        Desktop desktop = together();
        desktop.steered(JONAS, JONAS);
        shows("steering", "other");
        shows("leads", "false");
        assertThat(page.locator("[data-action=keys]").isVisible()).isFalse();
        assertThat(page.locator("[data-action=end]").isVisible()).isFalse();
        assertThat(page.locator("[data-action=leave]").isVisible()).isTrue();
        assertThat(page.locator("[data-part=allowed]").innerText()).contains("Jonas Weber controls");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        page.locator("[data-action=steer]").click();
        assertThat(request(desktop).getStep()).isEqualTo(SteeringStep.STEERING_STEP_ASK);
        desktop.steered(JONAS, JONAS, 3);
        page.waitForSelector("[data-action=steer]:disabled");
        desktop.steered(JONAS, JONAS);
        page.waitForSelector("text=still needed");
        desktop.steered(3, JONAS);
        shows("steering", "mine");
        page.locator("[data-action=type]").click();
        page.locator("dialog textarea").fill("hello");
        page.locator("dialog [data-action=confirm]").click();
        assertThat(desktop.viewer()
                        .await(MessageType.TYPE_TEXT, TypeText.parser())
                        .getText())
                .isEqualTo("hello");
    }

    @Test
    void whoSteersPassesOrRefusesAndWhoLeadsTakes() {
        Desktop desktop = together();
        desktop.steered(3, 3, JONAS);
        page.waitForSelector("text=Jonas Weber would like mouse and keyboard.");
        page.locator("[data-action='wish.refuse']").click();
        SteeringRequest refused = request(desktop);
        assertThat(refused.getStep()).isEqualTo(SteeringStep.STEERING_STEP_REFUSE);
        assertThat(refused.getParticipant()).isEqualTo(JONAS);
        desktop.steered(JONAS, 3);
        shows("steering", "other");
        page.locator("[data-action=steer]").click();
        assertThat(request(desktop).getStep()).isEqualTo(SteeringStep.STEERING_STEP_TAKE);
    }

    @Test
    void whomTheCustomerRemovesIsToldSoAndStaysOut() {
        Desktop desktop = together();
        desktop.viewer()
                .send(
                        MessageType.KEYS_REFUSED,
                        KeysRefused.newBuilder()
                                .setStatus(Status.REMOVED_BY_CUSTOMER.code())
                                .build());
        shows("situation", "ended");
        page.waitForSelector("text=The customer has removed you from the session.");
    }

    @Test
    void whoLeavesSaysThatItWasMeant() throws Exception {
        Desktop desktop = together();
        desktop.steered(JONAS, JONAS);
        page.locator("[data-action=leave]").click();
        assertThat(desktop.viewer().awaitClose()).isEqualTo(Status.LEFT.webSocket());
        page.waitForURL("**/desk/tickets/T-1042");
    }

    private Desktop together() {
        Desktop desktop = workspace().welcomesWithCustomer("view", "control");
        desktop.joins(Desktop.participant(JONAS, Role.ROLE_TECHNICIAN, "Jonas Weber"));
        desktop.layout(640, 400);
        desktop.picture(1, PaintedDesktop.pixels(640, 400), 640);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    private static SteeringRequest request(Desktop desktop) {
        return desktop.viewer().await(MessageType.STEERING_REQUEST, SteeringRequest.parser());
    }
}
