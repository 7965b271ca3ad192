package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.input.InputOrder;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

/** What a technician types is neither lost nor doubled, however the way breaks; and never typed when it is too late. */
class InterruptedInputIT extends InChromium {

    @Test
    void sendsAgainWhatWasNotConfirmedAndOnlyThat() {
        Desktop desktop = controlling();
        page.keyboard().type("abc");
        List<KeyPress> sent = presses(desktop, "abc");
        InputOrder second = sent.get(1).getOrder();
        desktop.applied(second.getStream(), second.getNumber());
        roundTrip(desktop);
        desktop.viewer().cut();
        Desktop again = returns();
        List<KeyPress> repeated = presses(again, "c");
        assertThat(repeated.getFirst().getOrder().getNumber())
                .isEqualTo(sent.get(2).getOrder().getNumber());
        assertThat(repeated.getFirst().getOrder().getSettled()).isEqualTo(second.getNumber());
        page.keyboard().type("d");
        KeyPress next = presses(again, "d").getFirst();
        assertThat(next.getOrder().getStream()).isEqualTo(second.getStream());
        assertThat(next.getOrder().getNumber())
                .isGreaterThan(repeated.getFirst().getOrder().getNumber());
    }

    @Test
    void keepsWhatIsTypedDuringTheBreak() {
        AtomicBoolean reachable = new AtomicBoolean(true);
        Desktop desktop = controlling();
        helpdesk.admits(() -> reachable.get() ? admission("view", "control") : new Answer(503, "down"));
        reachable.set(false);
        page.keyboard().type("a");
        presses(desktop, "a");
        desktop.viewer().cut();
        shows("state", "reconnecting");
        page.keyboard().type("bc");
        assertThat(page.locator(".beistand-hint").textContent()).contains("Keys are kept");
        reachable.set(true);
        assertThat(presses(returns(), "abc")).extracting(KeyPress::getKey).containsExactly("a", "b", "c");
        page.keyboard().type("d");
    }

    @Test
    void goesOnWhenOnlyTheCustomersConnectionBroke() {
        Desktop desktop = controlling();
        page.keyboard().type("a");
        presses(desktop, "a");
        desktop.leaves(Desktop.APPLET, false);
        shows("situation", "away");
        page.keyboard().type("b");
        desktop.comesBack(8);
        desktop.state("view", "control");
        assertThat(presses(desktop, "ab")).extracting(KeyPress::getKey).containsExactly("a", "b");
    }

    @Test
    void givesUpWhatWasTypedWhenControlDoesNotHoldAfterTheBreak() {
        Desktop desktop = controlling();
        page.keyboard().type("rm -rf ");
        InputOrder last = presses(desktop, "rm -rf ").getLast().getOrder();
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer("view");
        page.waitForSelector(".beistand-notice:has-text(\"was not sent\")");
        again.state("view", "control");
        show(again);
        page.locator("#screen").click();
        page.keyboard().type("x");
        KeyPress next = presses(again, "x").getFirst();
        assertThat(next.getKey()).isEqualTo("x");
        assertThat(next.getOrder().getSettled()).isGreaterThanOrEqualTo(last.getNumber());
    }

    @Test
    void givesUpWhatIsTooOld() {
        assertThat(outbox("""
                outbox.open(); put('a'); outbox.interrupt(); put('b'); later(29000); put('c');
                later(2000); put('d'); outbox.open(); put('e');
                """)).isEqualTo("a1/0 lost3 e4/3");
    }

    @Test
    void believesNoConfirmationThatCannotBeMeant() {
        assertThat(outbox("""
                outbox.open(); put('a'); put('b');
                confirm(stream, 3); confirm(stream + 1, 2); confirm(stream, 1); confirm(stream, 0); confirm(stream, 1);
                outbox.interrupt(); outbox.open();
                """)).isEqualTo("a1/0 b2/0 b2/1");
    }

    @Test
    void sendsNoMoreThanTheOtherEndCanQueue() {
        assertThat(outbox("""
                outbox.open(); for (let i = 0; i < 2000; i++) put('');
                const sent = log.filter((entry) => !entry.startsWith('lost')).length;
                confirm(stream, 256);
                const after = log.filter((entry) => !entry.startsWith('lost')).length;
                log.splice(0, log.length, sent, after);
                """)).isEqualTo("256 512");
    }

    @Test
    void sendsAgainWhenNothingIsConfirmedForLong() {
        page.clock().install();
        assertThat(outbox("outbox.open(); put('a'); put('b'); confirm(stream, 1);"))
                .isEqualTo("a1/0 b2/0");
        page.clock().runFor(5_001);
        assertThat(evaluate("() => window.log.join(' ')", "")).isEqualTo("a1/0 b2/0 b2/1");
    }

    @Test
    void hearsAnAnswerThatWasGivenDuringTheBreak() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator("[data-action=ask-view]").click();
        PermissionRequest asked = desktop.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser());
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer();
        assertThat(again.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser()))
                .isEqualTo(asked);
        shows("view", "asking");
        again.decides("view", Decision.DECISION_DECLINED);
        page.waitForSelector(".beistand-notice:has-text(\"does not want\")");
        shows("view", "off");
    }

    @Test
    void remembersTheChatThatAnAppletStartedAgainHasForgotten() {
        Desktop desktop = workspace().welcomesWithCustomer();
        desktop.says("one", "Guten Tag");
        page.waitForSelector(".beistand-line:has-text(\"Guten Tag\")");
        desktop.leaves(Desktop.APPLET, false);
        desktop.comesBack(8);
        desktop.state();
        desktop.tellsHistory(Desktop.line("two", "Da bin ich wieder", Desktop.CUSTOMER, true));
        page.waitForSelector(".beistand-line:has-text(\"wieder\")");
        assertThat(page.locator(".beistand-line p").allTextContents())
                .containsExactly("Guten Tag", "Da bin ich wieder");
    }

    /** Runs steps on an outbox without a session, with a clock that only {@code later} moves. @return what it sent */
    private Object outbox(String steps) {
        return evaluate("""
                async () => {
                  const { InputOutbox } = await import('/viewer/core/input/outbox.js');
                  let now = 1000;
                  performance.now = () => now;
                  const log = (window.log = []);
                  let stream = 0;
                  const outbox = new InputOutbox();
                  outbox.lost.add(({ count }) => log.push(`lost${count}`));
                  const put = (name) => outbox.put((order) => {
                    stream = order.stream;
                    log.push(`${name}${order.number}/${order.settled}`);
                  });
                  const later = (milliseconds) => (now += milliseconds);
                  const confirm = (stream, number) => outbox.confirm({ stream, number });
                """ + steps + """
                  return log.join(' ');
                }""", "");
    }

    private Desktop controlling() {
        Desktop desktop = workspace().welcomesWithCustomer("view", "control");
        show(desktop);
        page.locator("#screen").click();
        return desktop;
    }

    private Desktop returns() {
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer("view", "control");
        show(again);
        return again;
    }

    private void show(Desktop desktop) {
        desktop.layout(640, 480);
        desktop.picture(1, Pixels.desktop(640, 480), 640);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
    }

    /** The presses of these characters, in this order, others between them passed over. */
    private static List<KeyPress> presses(Desktop desktop, String characters) {
        List<KeyPress> presses = new ArrayList<>();
        while (presses.size() < characters.length()) {
            KeyPress key = desktop.viewer().await(MessageType.KEY_PRESS, KeyPress.parser());
            if (key.getPressed()) {
                assertThat(key.getKey()).isEqualTo(characters.substring(presses.size(), presses.size() + 1));
                presses.add(key);
            }
        }
        return presses;
    }

    /** What was sent to the viewer before has been dealt with there. */
    private void roundTrip(Desktop desktop) {
        desktop.says("marker", "marker");
        page.waitForSelector(".beistand-line:has-text(\"marker\")");
    }
}
