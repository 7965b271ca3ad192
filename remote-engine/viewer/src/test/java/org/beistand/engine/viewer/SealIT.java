package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.Role;
import org.junit.jupiter.api.Test;

/** What the technician sees of the keys: the same words as the customer, and nothing without them. */
class SealIT extends InChromium {

    private String words() {
        return page.locator("[data-part=words]").textContent();
    }

    @Test
    void showsTheWordsThatTheCustomerSees() {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        // The session is German, whatever language the technician's page is in.
        assertThat(words()).isEqualTo("Security words: " + desktop.viewer().words());
        assertThat(page.locator("[data-part=words]").getAttribute("title")).contains("on the phone");
    }

    @Test
    void keepsTheWordsWhenTheLineBreaksAndGetsOthersAfterAReload() {
        workspace().welcomesWithCustomer().viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer();
        shows("state", "joined");
        String first = words();
        String spoken = again.viewer().words();
        again.viewer().cut();
        Desktop third = new Desktop(relay.next()).welcomesWithCustomer();
        shows("state", "joined");
        assertThat(third.viewer().words()).isEqualTo(spoken);
        assertThat(words()).isEqualTo(first);
        page.reload();
        Desktop reloaded = new Desktop(relay.next()).welcomesWithCustomer();
        shows("state", "joined");
        assertThat(reloaded.viewer().words()).isNotEqualTo(spoken);
        assertThat(words()).isNotEqualTo(first);
    }

    @Test
    void hidesTheWordsWhileTheCustomerIsAway() {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        desktop.leaves(Desktop.APPLET, false);
        shows("situation", "away");
        assertThat(page.locator("[data-part=words]").isVisible()).isFalse();
    }

    @Test
    void saysWhatWasWrittenBeforeThereWereKeysOnceThereAre() {
        Desktop desktop = workspace().welcomes();
        shows("state", "joined");
        desktop.joins(Desktop.participant(Desktop.APPLET, Role.ROLE_APPLET, Desktop.CUSTOMER));
        desktop.state();
        shows("situation", "here");
        page.locator(".beistand-panel textarea:not([readonly])").fill("Guten Tag");
        page.keyboard().press("Enter");
        ChatLine line = desktop.viewer().await(MessageType.CHAT_LINE, ChatLine.parser());
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer();
        assertThat(again.viewer()
                        .await(MessageType.CHAT_LINE, ChatLine.parser())
                        .getId())
                .isEqualTo(line.getId());
    }

    @Test
    void anAppletWithoutKeysIsOfAnotherVersion() {
        Desktop desktop = workspace()
                .welcomes(Participant.newBuilder()
                        .setId(Desktop.APPLET)
                        .setRole(Role.ROLE_APPLET)
                        .build());
        shows("situation", "ended");
        assertThat(desktop.viewer()).isNotNull();
        assertThat(page.locator(".beistand-card").textContent()).doesNotContain("status.");
        assertThat(Status.VERSION_UNSUPPORTED.retry()).isEqualTo(Status.Retry.NEVER);
    }
}
