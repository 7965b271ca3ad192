package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.viewer.doubles.RelayDouble;
import org.beistand.engine.wire.control.Failure;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectIT extends InChromium {

    @Test
    void aReloadComesBackToPictureAndChat() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        showPicture(desktop, 1);
        page.reload();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer("view");
        again.tellsHistory(Desktop.line("one", "Hallo", Desktop.CUSTOMER, true));
        int[] pixels = showPicture(again, 1);
        assertThat(canvasPixels()).isEqualTo(pixels);
        assertThat(page.locator(".beistand-line p").textContent()).isEqualTo("Hallo");
    }

    @Test
    void aBrokenLineIsTakenUpAgainWithAFreshGrant() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        showPicture(desktop, 1);
        int asked = helpdesk.calls().size();
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next());
        shows("situation", "reconnecting");
        assertThat(page.locator("#screen").isVisible())
                .as("the last picture stays, greyed")
                .isTrue();
        again.welcomesWithCustomer("view");
        showPicture(again, 1);
        shows("state", "joined");
        assertThat(helpdesk.calls()).hasSize(asked + 1);
    }

    @Test
    void goesToAnotherRelayWhenItsOwnStaysDead() throws Exception {
        workspace().welcomesWithCustomer("view");
        shows("state", "joined");
        String dead = "{\"lost\":\"" + relay.url() + "\"}";
        try (RelayDouble other = new RelayDouble()) {
            Answer same = admissionAt(relay, "view");
            Answer another = admissionAt(other, "view");
            helpdesk.admits(() -> helpdesk.calls().getLast().body().equals(dead) ? another : same);
            relay.close();
            new Desktop(other.next()).welcomesWithCustomer("view");
            shows("state", "joined");
            assertThat(helpdesk.calls().stream().filter(call -> call.body().equals(dead)))
                    .as("questions that named the dead relay")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"GRANT_EXPIRED", "TOO_SLOW", "RELAY_DRAINING", "RELAY_FULL", "THROTTLED", "INTERNAL"})
    void whatTheTableCallsRetryableIsTriedAgain(Status status) {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("state", "joined");
        desktop.viewer().close(status.webSocket());
        new Desktop(relay.next()).welcomesWithCustomer();
        shows("state", "joined");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            mode = Mode.EXCLUDE,
            names = {
                "OK",
                "GRANT_REFUSED",
                "GRANT_EXPIRED",
                "TOO_SLOW",
                "RELAY_DRAINING",
                "RELAY_FULL",
                "THROTTLED",
                "INTERNAL",
                "TOO_LARGE"
            })
    void whatTheTableCallsFinalEndsInWords(Status status) {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("state", "joined");
        int asked = helpdesk.calls().size();
        if (status.endsSession()) {
            desktop.ends(status);
        } else {
            Failure failure = Failure.newBuilder()
                    .setStatus(status.code())
                    .setDetail("<b>secret</b>")
                    .build();
            desktop.viewer().send(MessageType.FAILURE, failure);
        }
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).doesNotContain("secret", "status.");
        assertThat(page.locator("[data-action=card-ticket]").getAttribute("href"))
                .isEqualTo("/desk/tickets/T-1042");
        assertThat(page.locator("[data-action=card-reload]").isVisible()).isNotEqualTo(status.endsSession());
        assertThat(helpdesk.calls()).hasSize(asked);
    }

    @Test
    void aRelayThatRefusesEveryGrantIsNotAskedForever() {
        helpdesk.admits(() -> admission("view"));
        page.navigate(helpdesk.workspace("en"));
        for (int i = 0; i < 5; i++) {
            Desktop refusing = new Desktop(relay.next());
            refusing.viewer().awaitHello();
            refusing.viewer().close(Status.GRANT_REFUSED.webSocket());
        }
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).contains("refused the permission");
    }

    @Test
    void anAwayHelpdeskIsAskedAgainUntilItAnswers() {
        AtomicInteger calls = new AtomicInteger();
        helpdesk.admits(() -> calls.incrementAndGet() < 4 ? new Answer(503, "down") : admission("view"));
        page.navigate(helpdesk.workspace("en"));
        new Desktop(relay.next()).welcomes();
        shows("state", "joined");
        assertThat(calls).hasValue(4);
    }

    /** While a helpdesk starts, its server answers so in its place; proxies have words of their own, too. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410, 500})
    void aRefusalThatIsNotTheHelpdesksIsNone(int http) {
        AtomicInteger calls = new AtomicInteger();
        helpdesk.admits(() -> calls.incrementAndGet() < 3 ? new Answer(http, "<html>") : admission("view"));
        page.navigate(helpdesk.workspace("en"));
        new Desktop(relay.next()).welcomes();
        shows("state", "joined");
    }

    @ParameterizedTest
    @CsvSource({
        "410, ENDED_BY_CUSTOMER, The customer has ended the session",
        "410, SOMETHING_NEW, already over",
        "401, , no longer logged in",
        "403, , not permitted",
        "404, , no such session"
    })
    void aRefusedAdmissionEndsInWords(int http, String code, String words) {
        helpdesk.admits(() -> new Answer(http, code == null ? "{}" : "{\"code\": \"%s\"}".formatted(code)));
        page.navigate(helpdesk.workspace("en"));
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).contains(words);
    }

    @Test
    void theCustomersBreakIsToldAndPassesByItself() {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        showPicture(desktop, 1);
        desktop.leaves(Desktop.APPLET, false);
        shows("situation", "away");
        assertThat(page.locator("[data-part=people]").textContent()).contains("connection lost");
        desktop.comesBack(8);
        desktop.state("view");
        desktop.picture(2, Pixels.desktop(64, 64), 64);
        shows("situation", "live");
        assertThat(page.locator("[data-part=people] li").count()).isEqualTo(1);
    }

    @Test
    void everyWordIsGermanForAGermanTechnician() {
        Desktop desktop = workspace("de", "view", "control").welcomesWithCustomer();
        shows("situation", "here");
        assertThat(page.locator("[data-action=ask-view]").textContent()).isEqualTo("Ansicht anfragen");
        assertThat(page.locator("#workspace").getAttribute("lang")).isEqualTo("de");
        desktop.ends(Status.ENDED_BY_CUSTOMER);
        shows("situation", "ended");
        assertThat(page.locator(".beistand-card").textContent()).contains("Die Sitzung ist beendet");
    }

    private int[] showPicture(Desktop desktop, long number) {
        int[] pixels = Pixels.desktop(64, 64);
        desktop.layout(64, 64);
        desktop.picture(number, pixels, 64);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return pixels;
    }
}
