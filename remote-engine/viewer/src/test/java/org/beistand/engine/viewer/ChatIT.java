package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.chat.ChatKept;
import org.beistand.engine.wire.chat.ChatLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatIT extends InChromium {

    private static final String BOX = "textarea[name=chat]";

    @Test
    void enterSendsAndTheLineIsMarkedUntilItIsKept() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator(BOX + ":not([readonly])").fill("Guten Tag, Frau Beck");
        page.keyboard().press("Enter");
        ChatLine line = desktop.viewer().await(MessageType.CHAT_LINE, ChatLine.parser());
        assertThat(line.getText()).isEqualTo("Guten Tag, Frau Beck");
        assertThat(line.getAuthor()).isEqualTo("Maria Lindner");
        assertThat(line.getFromCustomer()).isFalse();
        assertThat(page.locator(".beistand-pending").isVisible()).isTrue();
        desktop.viewer()
                .send(
                        MessageType.CHAT_KEPT,
                        ChatKept.newBuilder().setId(line.getId()).build());
        page.waitForCondition(() -> !page.locator(".beistand-pending").isVisible());
        assertThat(page.locator(BOX).inputValue()).isEmpty();
    }

    @Test
    void shiftEnterBeginsANewLine() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator(BOX + ":not([readonly])").focus();
        page.keyboard().type("eins");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("zwei");
        page.keyboard().press("Enter");
        assertThat(desktop.viewer()
                        .await(MessageType.CHAT_LINE, ChatLine.parser())
                        .getText())
                .isEqualTo("eins\nzwei");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=\"document.title='owned'\">",
                "<script>document.title='owned'</script>",
                "\"><svg/onload=document.title='owned'>",
                "javascript:document.title='owned'",
                "{{constructor.constructor('document.title=1')()}}",
                "\u202Etxt.exe\u0000&amp;&lt;b&gt;"
            })
    void whatTheCustomerWritesIsOnlyEverText(String attack) {
        Desktop desktop = workspace().welcomesWithCustomer();
        desktop.viewer().send(MessageType.CHAT_LINE, Desktop.line(attack, attack, attack, true));
        page.locator(".beistand-line").waitFor();
        assertThat(page.locator(".beistand-line p").evaluate("p => p.textContent"))
                .isEqualTo(attack);
        assertThat(page.locator(".beistand-line p").evaluate("p => p.childElementCount"))
                .isEqualTo(0);
        assertThat(page.locator(".beistand-workspace :is(img, script, b)").count())
                .isZero();
        assertThat(page.title()).startsWith("T-1042");
    }

    @Test
    void aLineWithAKnownIdIsShownOnce() {
        Desktop desktop = workspace().welcomesWithCustomer();
        desktop.says("one", "Hallo");
        desktop.says("one", "Hallo");
        desktop.says("two", "Sind Sie da?");
        page.locator("[data-id=two]").waitFor();
        assertThat(page.locator(".beistand-line p").allTextContents()).isEqualTo(List.of("Hallo", "Sind Sie da?"));
    }

    @Test
    void aLineFromTheEndOfTimeIsShownAllTheSame() {
        Desktop desktop = workspace().welcomesWithCustomer();
        ChatLine line = Desktop.line("one", "Hallo", "Anna", true).toBuilder()
                .setSentAt((1L << 53) - 1)
                .build();
        desktop.viewer().send(MessageType.CHAT_LINE, line);
        page.locator("[data-id=one]").waitFor();
    }

    @Test
    void unreadLinesAreCountedWhileThePanelIsClosed() {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        page.locator("[data-action=panel]").click();
        desktop.says("one", "Hallo");
        desktop.says("two", "Sind Sie da?");
        page.locator("[data-action=panel] [data-unread='2']").waitFor();
        assertThat(page.title()).startsWith("(2) ");
        page.locator("[data-action=panel]").click();
        page.locator("[data-action=panel] [data-unread='0']")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.locator(".beistand-line").count()).isEqualTo(2);
    }

    @Test
    void whatWasSaidDuringABreakIsSaidAgainAndComesOnce() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator(BOX + ":not([readonly])").fill("geht verloren");
        page.keyboard().press("Enter");
        ChatLine line = desktop.viewer().await(MessageType.CHAT_LINE, ChatLine.parser());
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer();
        assertThat(again.viewer()
                        .await(MessageType.CHAT_LINE, ChatLine.parser())
                        .getId())
                .isEqualTo(line.getId());
        again.tellsHistory(line);
        page.waitForCondition(() -> !page.locator(".beistand-pending").isVisible());
        assertThat(page.locator(".beistand-line").count()).isEqualTo(1);
    }

    @Test
    void whatIsSaidWhileTheLineIsDownWaitsAndIsSaidWhenItIsBack() {
        Desktop desktop = workspace().welcomesWithCustomer();
        page.locator(BOX + ":not([readonly])").waitFor();
        desktop.viewer().cut();
        shows("situation", "reconnecting");
        page.locator(BOX).fill("Einen Augenblick");
        page.keyboard().press("Enter");
        assertThat(page.locator(".beistand-pending").isVisible()).isTrue();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer();
        assertThat(again.viewer()
                        .await(MessageType.CHAT_LINE, ChatLine.parser())
                        .getText())
                .isEqualTo("Einen Augenblick");
    }
}
