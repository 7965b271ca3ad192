package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is copied at one end is pasted at the other, each way after a click of the customer's, and never after another. */
@ExtendWith(ProductExtension.class)
class ClipboardST {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** A blue square, drawn by the browser. */
    private static final String COPY_PICTURE = """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
              const pen = canvas.getContext('2d');
              pen.fillStyle = '#0000ff';
              pen.fillRect(0, 0, 40, 30);
              const png = await new Promise((done) => canvas.toBlob(done, 'image/png'));
              await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
            }""";

    private static final String COPY = """
            ({ text, html }) => {
              document.addEventListener('copy', (event) => {
                event.preventDefault();
                event.clipboardData.setData('text/plain', text);
                if (html) event.clipboardData.setData('text/html', html);
              }, { capture: true, once: true });
              document.execCommand('copy');
            }""";

    private static final String HELD = """
            async (type) => {
              const [item] = await navigator.clipboard.read();
              if (!item?.types.includes(type)) return '';
              const blob = await item.getType(type);
              if (type !== 'image/png') return blob.text();
              const image = await createImageBitmap(blob);
              return `${image.width}x${image.height}`;
            }""";

    @TempDir
    Path home;

    private SupportCase support;
    private AppletWindow applet;
    private Workspace workspace;

    @BeforeEach
    void open(Product running) {
        support = SupportCase.open(running, home);
        applet = support.bringCustomerIn();
        workspace = support.join();
        workspace.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    @AfterEach
    void close(TestInfo test) {
        support.end(test);
    }

    @Test
    void copiesTextHtmlAndPicturesBothWaysAsLongAsTheCustomerAllowsIt() {
        Path pasted = openTerminalThatPastes();
        copiesAtTheCustomers("UTF8_STRING", "the customer's own");
        workspace.ask("view");
        applet.allow();
        workspace.ask("control");
        applet.allow();
        workspace.awaitPermission("control", "granted");

        copiesHere("from the technician äöü€", "<p>from <b onclick='x()'>the</b> technician</p><script>x()</script>");
        pastesThere();
        awaitText(pasted, "the customer's own");

        allow("clipboard_in");
        pastesThere();
        awaitText(pasted, "the customer's ownfrom the technician äöü€");
        assertThat(pastedAtTheCustomers("text/html")).contains("<b>the</b>").doesNotContain("script", "onclick");
        workspace.page().evaluate(COPY_PICTURE);
        use("clipboard-send");
        Await.until(
                "the picture is there",
                SOON,
                () -> support.desktop
                        .run("sh", "-c", "xclip -selection clipboard -o -t image/png | identify -format '%wx%h' -")
                        .equals("40x30"));

        copiesAtTheCustomers("UTF8_STRING", "read this");
        assertThat(workspace.action("clipboard-fetch").isVisible()).isFalse();
        allow("clipboard_out");
        use("clipboard-fetch");
        awaitHeld("text/plain", "read this");
        copiesAtTheCustomers("text/html", "<b>bold</b><img src='http://127.0.0.1:1/x.png' onerror='x()'>");
        use("clipboard-fetch");
        Await.until("the formatted text is here", SOON, () -> held("text/html").contains("<b>bold</b>"));
        assertThat(held("text/html")).doesNotContain("img", "onerror");
        support.desktop.run("convert", "-size", "50x20", "xc:red", "png24:" + home.resolve("red.png"));
        support.desktop.launch(
                "xclip",
                "-selection",
                "clipboard",
                "-t",
                "image/png",
                "-i",
                home.resolve("red.png").toString());
        use("clipboard-fetch");
        awaitHeld("image/png", "50x20");

        nothingAfterwards();
        applet.end();
        workspace.awaitSituation("ended");
        theTicketTellsKindAndSizeOnly();
    }

    /** Both are taken back with the customer's own clicks. */
    private void nothingAfterwards() {
        applet.withdrawLast();
        workspace.awaitMark("clipboard-out", "off");
        applet.withdrawLast();
        workspace.awaitMark("clipboard-in", "off");
        workspace.action("clipboard").click();
        assertThat(workspace.action("clipboard-fetch").isVisible()).isFalse();
        assertThat(workspace.action("clipboard-send").isVisible()).isFalse();
        workspace.page().keyboard().press("Escape");
        copiesAtTheCustomers("UTF8_STRING", "not for you");
        copiesHere("not for them", "");
        pastesThere();
        Await.until(
                "the customer's own is pasted",
                SOON,
                () -> SupportCase.read(home.resolve("pasted.txt")).contains("not for you"));
        assertThat(pastedAtTheCustomers("UTF8_STRING")).isEqualTo("not for you");
        assertThat(held("text/plain")).isEqualTo("not for them");
    }

    private void theTicketTellsKindAndSizeOnly() {
        Map<String, Object> entry = support.aftermath();
        assertThat(String.valueOf(entry.get("permissions"))).contains("clipboard_in", "clipboard_out");
        assertThat(support.transcript(entry))
                .contains("text/plain 29, text/html", "image/png")
                .doesNotContain("from the technician", "read this", "bold");
    }

    private void allow(String direction) {
        use("ask-" + direction);
        applet.allow();
        workspace.awaitMark(direction.replace('_', '-'), "granted");
        workspace.page().keyboard().press("Escape"); // the menu stays open while one waits
    }

    /** One entry of the clipboard's menu. */
    private void use(String action) {
        if (!workspace.action(action).isVisible()) {
            workspace.action("clipboard").click();
        }
        workspace.action(action).click();
    }

    /** A terminal in which Ctrl+V pastes, as in every other program; what is pasted goes into a file at once. */
    private Path openTerminalThatPastes() {
        Path file = home.resolve("pasted.txt");
        support.desktop.launch(
                "xterm",
                "-u8",
                "-geometry",
                "70x20+20+20",
                "-T",
                "Pasting",
                "-xrm",
                "XTerm*VT100.translations: #override Ctrl<Key>v: insert-selection(CLIPBOARD)",
                "-e",
                "stty -icanon; cat > " + file);
        support.desktop.awaitWindow("^Pasting$", SOON);
        return file;
    }

    private void pastesThere() {
        workspace.click(200, 200);
        workspace.page().keyboard().press("Control+v");
    }

    private void copiesHere(String text, String html) {
        workspace.page().evaluate(COPY, Map.of("text", text, "html", html));
    }

    private String held(String type) {
        return String.valueOf(workspace.page().evaluate(HELD, type));
    }

    private void awaitHeld(String type, String expected) {
        Await.until("the technician's clipboard has it", SOON, () -> held(type).equals(expected));
    }

    private void copiesAtTheCustomers(String target, String content) {
        try {
            Path file = Files.writeString(home.resolve("copied"), content);
            support.desktop.launch("xclip", "-selection", "clipboard", "-t", target, "-i", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("it is copied", SOON, () -> pastedAtTheCustomers(target).equals(content));
    }

    private String pastedAtTheCustomers(String target) {
        return support.desktop.run("timeout", "20", "xclip", "-selection", "clipboard", "-o", "-t", target);
    }

    private static void awaitText(Path file, String expected) {
        Await.until("pasted: " + expected, SOON, () -> SupportCase.read(file).equals(expected));
    }
}
