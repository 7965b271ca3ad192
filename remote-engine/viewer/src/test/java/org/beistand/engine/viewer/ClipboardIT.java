package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.DesktopClipboard;
import org.beistand.engine.wire.clipboard.ClipboardContent;
import org.beistand.engine.wire.clipboard.ClipboardFetch;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.beistand.engine.wire.clipboard.ClipboardPiece;
import org.beistand.engine.wire.clipboard.ClipboardProgress;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;

class ClipboardIT extends InChromium {

    private static final String[] CEILING = {"view", "control", "clipboard_in", "clipboard_out"};

    @Test
    void eachDirectionIsAskedForItselfAndActsOnlyWhenItIsGranted() {
        Desktop desktop = live("view");
        page.locator("[data-action=clipboard]").click();
        assertThat(page.locator("[data-action=clipboard-send]").isVisible()).isFalse();
        assertThat(page.locator("[data-action=clipboard-fetch]").isVisible()).isFalse();
        page.locator("[data-action=ask-clipboard_in]").click();
        PermissionRequest asked = desktop.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser());
        assertThat(asked.getPermission()).isEqualTo("clipboard_in");
        shows("clipboard-in", "asking");
        assertThat(page.locator("[data-action=ask-clipboard_in]").isDisabled()).isTrue();
        photograph("asking");
        desktop.decides("clipboard_in", Decision.DECISION_DECLINED);
        page.waitForSelector(".beistand-notice:has-text(\"does not want anything put\")");
        desktop.decides("clipboard_out", Decision.DECISION_GRANTED);
        shows("clipboard-out", "granted");
        assertThat(page.locator("[data-action=clipboard-fetch]").isDisabled()).isTrue();
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_TEXT, ClipboardForm.CLIPBOARD_FORM_PNG);
        page.waitForSelector("[data-part=clipboard-held]:has-text(\"text, picture\")");
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_TEXT);
        page.waitForSelector("[data-action=clipboard] [data-unread='1']");
        photograph("granted");
        desktop.decides("clipboard_out", Decision.DECISION_WITHDRAWN);
        shows("clipboard-out", "off");
        assertThat(page.locator("[data-action=clipboard-fetch]").isVisible()).isFalse();
    }

    @Test
    void pastingBringsTheClipboardAndPressesTheKeysBehindItInOrder() {
        Desktop desktop = live("view", "control", "clipboard_in");
        copyHere("Grüße\r\nzwei", "<b onclick=\"x()\">Gr&uuml;&szlig;e</b><script>x()</script>");
        page.locator("#screen").click();
        page.keyboard().press("Control+v");
        page.keyboard().press("x");
        ClipboardContent content = desktop.viewer().await(MessageType.CLIPBOARD_CONTENT, ClipboardContent.parser());
        assertThat(content.getPartsList())
                .extracting(ClipboardPart::getForm)
                .containsExactly(ClipboardForm.CLIPBOARD_FORM_TEXT, ClipboardForm.CLIPBOARD_FORM_HTML);
        ClipboardPiece piece = desktop.viewer().await(MessageType.CLIPBOARD_PIECE, ClipboardPiece.parser());
        assertThat(piece.getBytes().toStringUtf8()).startsWith("Grüße\nzwei").endsWith("<b>Gr&uuml;&szlig;e</b>");
        new DesktopClipboard(desktop)
                .tells(content.getStream(), content.getNumber(), ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN);
        List<String> pressed = new ArrayList<>();
        while (!pressed.contains("x")) {
            KeyPress key = desktop.viewer().await(MessageType.KEY_PRESS, KeyPress.parser());
            if (key.getPressed()) {
                pressed.add((key.getControl() ? "Ctrl+" : "") + key.getKey());
            }
        }
        assertThat(pressed).containsSubsequence("Ctrl+v", "x");
    }

    @Test
    void aRefusedPasteTypesNothing() {
        Desktop desktop = live("view", "control", "clipboard_in");
        copyHere("rm -rf", "");
        page.locator("#screen").click();
        page.keyboard().press("Control+v");
        page.keyboard().press("Enter");
        ClipboardContent content = desktop.viewer().await(MessageType.CLIPBOARD_CONTENT, ClipboardContent.parser());
        new DesktopClipboard(desktop)
                .tells(content.getStream(), content.getNumber(), ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        page.waitForSelector(".beistand-notice:has-text(\"Nothing was pasted\")");
        page.keyboard().press("q");
        List<String> pressed = new ArrayList<>();
        while (!pressed.contains("q")) {
            pressed.add(desktop.viewer()
                    .await(MessageType.KEY_PRESS, KeyPress.parser())
                    .getKey());
        }
        assertThat(pressed).doesNotContain("v", "Enter");
    }

    @Test
    void whatWasCopiedThereSinceIsPastedThere() {
        Desktop desktop = live("view", "control", "clipboard_in", "clipboard_out");
        copyHere("older", "");
        page.locator("#screen").click();
        page.keyboard().press("Control+c");
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_TEXT);
        page.keyboard().press("Control+v");
        List<String> pressed = new ArrayList<>();
        while (!pressed.contains("v")) {
            pressed.add(desktop.viewer()
                    .await(MessageType.KEY_PRESS, KeyPress.parser())
                    .getKey());
        }
        assertThat(pressed).contains("c");
    }

    @Test
    void anInterruptedPasteComesAgainUnderItsNumberFromTheBeginning() {
        Desktop desktop = live("view", "control", "clipboard_in");
        copyHere("x".repeat(100_000), "");
        page.locator("#screen").click();
        page.keyboard().press("Control+v");
        ClipboardContent first = desktop.viewer().await(MessageType.CLIPBOARD_CONTENT, ClipboardContent.parser());
        for (int piece = 0; piece < 4; piece++) {
            assertThat(desktop.viewer()
                            .await(MessageType.CLIPBOARD_PIECE, ClipboardPiece.parser())
                            .getOffset())
                    .isEqualTo(piece * 16_384);
        }
        helpdesk.admits(() -> admission(CEILING));
        desktop.viewer().cut();
        Desktop again = new Desktop(relay.next()).welcomesWithCustomer("view", "control", "clipboard_in");
        ClipboardContent second = again.viewer().await(MessageType.CLIPBOARD_CONTENT, ClipboardContent.parser());
        assertThat(second).isEqualTo(first);
        assertThat(again.viewer()
                        .await(MessageType.CLIPBOARD_PIECE, ClipboardPiece.parser())
                        .getOffset())
                .isZero();
        new DesktopClipboard(again)
                .tells(second.getStream(), second.getNumber(), ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN);
        KeyPress key = again.viewer().await(MessageType.KEY_PRESS, KeyPress.parser());
        while (!key.getKey().equals("v")) {
            key = again.viewer().await(MessageType.KEY_PRESS, KeyPress.parser());
        }
    }

    @Test
    void whatIsFetchedIsCutDownToFormattingAndOfferedForCopying() {
        Desktop desktop = live("view", "clipboard_out");
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_TEXT, ClipboardForm.CLIPBOARD_FORM_HTML);
        page.locator("[data-action=clipboard]").click();
        page.locator("[data-action=clipboard-fetch]:enabled").click();
        ClipboardFetch fetch = desktop.viewer().await(MessageType.CLIPBOARD_FETCH, ClipboardFetch.parser());
        new DesktopClipboard(desktop)
                .sends(
                        fetch,
                        "Hallo Welt",
                        "<p onclick=x>Hallo <img src=x onerror=alert(1)><b>Welt</b></p><script>x</script>");
        ClipboardProgress taken = desktop.viewer().await(MessageType.CLIPBOARD_PROGRESS, ClipboardProgress.parser());
        assertThat(taken.getOutcome()).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN);
        page.waitForSelector(".beistand-notice:has-text(\"is now in your clipboard\")");
        assertThat(String.valueOf(page.evaluate("async () => (await navigator.clipboard.readText())")))
                .isEqualTo("Hallo Welt");
        assertThat(String.valueOf(page.evaluate("""
                        async () => {
                          const [item] = await navigator.clipboard.read();
                          return (await item.getType('text/html')).text();
                        }""")))
                .contains("<b", "Welt")
                .doesNotContain("script", "img", "onclick");
    }

    @Test
    void aBrokenImageIsRefused() {
        Desktop desktop = live("view", "clipboard_out");
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_PNG);
        page.locator("[data-action=clipboard]").click();
        page.locator("[data-action=clipboard-fetch]:enabled").click();
        ClipboardFetch fetch = desktop.viewer().await(MessageType.CLIPBOARD_FETCH, ClipboardFetch.parser());
        new DesktopClipboard(desktop).announce(fetch, DesktopClipboard.part(ClipboardForm.CLIPBOARD_FORM_PNG, 4));
        new DesktopClipboard(desktop)
                .piece(fetch, ByteString.copyFromUtf8("\u0089PNG").substring(0, 4));
        assertThat(desktop.viewer()
                        .await(MessageType.CLIPBOARD_PROGRESS, ClipboardProgress.parser())
                        .getOutcome())
                .isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE);
        page.waitForSelector(".beistand-notice:has-text(\"cannot be transferred\")");
    }

    @Test
    void withoutTheBrowsersClipboardAPanelCopiesByAClickAndADialogTakesWhatIsPasted() {
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        page.setViewportSize(390, 780);
        Desktop desktop = live("view", "clipboard_in", "clipboard_out");
        new DesktopClipboard(desktop).offers(ClipboardForm.CLIPBOARD_FORM_TEXT);
        page.locator("[data-action=clipboard]").click();
        photograph("phone");
        page.locator("[data-action=clipboard-fetch]:enabled").click();
        ClipboardFetch fetch = desktop.viewer().await(MessageType.CLIPBOARD_FETCH, ClipboardFetch.parser());
        new DesktopClipboard(desktop).sends(fetch, "Lizenz 4711", "<b>Lizenz</b> 4711");
        page.locator("[data-action=clipboard-copy]").waitFor();
        photograph("panel");
        page.keyboard().press("Enter"); // the button has the keyboard already
        page.waitForSelector(".beistand-notice:has-text(\"is now in your clipboard\")");
        assertThat(page.locator("[data-action=clipboard-copy]").isVisible()).isFalse();
        page.locator("[data-action=clipboard]").click();
        page.locator("[data-action=clipboard-send]").click();
        page.locator("dialog textarea").focus();
        page.keyboard().press("Control+v");
        page.locator("dialog [data-action=confirm]").click();
        ClipboardContent content = desktop.viewer().await(MessageType.CLIPBOARD_CONTENT, ClipboardContent.parser());
        assertThat(content.getPartsCount()).isEqualTo(2);
        assertThat(desktop.viewer()
                        .await(MessageType.CLIPBOARD_PIECE, ClipboardPiece.parser())
                        .getBytes()
                        .toStringUtf8())
                .startsWith("Lizenz 4711")
                .contains("<b>Lizenz</b>");
    }

    private Desktop live(String... granted) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Desktop desktop = workspace("en", CEILING).welcomesWithCustomer(granted);
        desktop.layout(640, 480);
        desktop.picture(1, Pixels.desktop(640, 480), 640);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    private void copyHere(String text, String html) {
        page.evaluate("""
                ({ text, html }) => {
                  document.addEventListener('copy', (event) => {
                    event.preventDefault();
                    event.clipboardData.setData('text/plain', text);
                    if (html) event.clipboardData.setData('text/html', html);
                  }, { capture: true, once: true });
                  document.execCommand('copy');
                }""", Map.of("text", text, "html", html));
    }

    /** To be looked at by people. */
    private void photograph(String what) {
        Path file = Path.of("target", "tour", "clipboard-" + what + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
