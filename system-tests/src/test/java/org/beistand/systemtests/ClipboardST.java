package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.X11Desktop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is copied at one end is pasted at the other, each way after a click of the customer's, and never after another. */
class ClipboardST extends OneCase {

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

    private AppletWindow applet;
    private Workspace workspace;
    private Clipboards clipboards;

    @BeforeEach
    void join() {
        applet = support.bringCustomerIn();
        workspace = support.join();
        clipboards = new Clipboards(support, workspace);
    }

    @Test
    void copiesTextHtmlAndPicturesBothWaysAsLongAsTheCustomerAllowsIt() {
        Path pasted = openTerminalThatPastes();
        clipboards.copyThere("UTF8_STRING", "the customer's own");
        support.allowControl(applet, workspace);

        clipboards.copyHere(
                "from the technician äöü€", "<p>from <b onclick='x()'>the</b> technician</p><script>x()</script>");
        pastesThere();
        awaitText(pasted, "the customer's own");

        clipboards.allow(applet, "clipboard_in");
        pastesThere();
        awaitText(pasted, "the customer's ownfrom the technician äöü€");
        assertThat(clipboards.heldThere("text/html")).contains("<b>the</b>").doesNotContain("script", "onclick");
        workspace.page().evaluate(COPY_PICTURE);
        clipboards.use("clipboard-send");
        Await.until(
                "the picture is there",
                SOON,
                () -> support.desktop
                        .run("sh", "-c", "xclip -selection clipboard -o -t image/png | identify -format '%wx%h' -")
                        .equals("40x30"));

        clipboards.copyThere("UTF8_STRING", "read this");
        assertThat(workspace.action("clipboard-fetch").isVisible()).isFalse();
        clipboards.allow(applet, "clipboard_out");
        clipboards.use("clipboard-fetch");
        clipboards.awaitHere("text/plain", "read this");
        clipboards.copyThere("text/html", "<b>bold</b><img src='http://127.0.0.1:1/x.png' onerror='x()'>");
        clipboards.use("clipboard-fetch");
        Await.until(
                "the formatted text is here",
                SOON,
                () -> clipboards.heldHere("text/html").contains("<b>bold</b>"));
        assertThat(clipboards.heldHere("text/html")).doesNotContain("img", "onerror");
        support.desktop.run("convert", "-size", "50x20", "xc:red", "png24:" + home.resolve("red.png"));
        support.desktop.launch(
                "xclip",
                "-selection",
                "clipboard",
                "-t",
                "image/png",
                "-i",
                home.resolve("red.png").toString());
        clipboards.use("clipboard-fetch");
        clipboards.awaitHere("image/png", "50x20");

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
        clipboards.copyThere("UTF8_STRING", "not for you");
        clipboards.copyHere("not for them", "");
        pastesThere();
        Await.until(
                "the customer's own is pasted",
                SOON,
                () -> SupportCase.read(home.resolve("pasted.txt")).contains("not for you"));
        assertThat(clipboards.heldThere("UTF8_STRING")).isEqualTo("not for you");
        assertThat(clipboards.heldHere("text/plain")).isEqualTo("not for them");
    }

    private void theTicketTellsKindAndSizeOnly() {
        Map<String, Object> entry = support.aftermath();
        assertThat(String.valueOf(entry.get("permissions"))).contains("clipboard_in", "clipboard_out");
        assertThat(support.transcript(entry))
                .contains("text/plain 29, text/html", "image/png")
                .doesNotContain("from the technician", "read this", "bold");
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
                X11Desktop.PASTES,
                "-e",
                "stty -icanon; cat > " + file);
        support.desktop.awaitWindow("^Pasting$", SOON);
        return file;
    }

    private void pastesThere() {
        workspace.click(200, 200);
        workspace.page().keyboard().press("Control+v");
    }

    private static void awaitText(Path file, String expected) {
        Await.until("pasted: " + expected, SOON, () -> SupportCase.read(file).equals(expected));
    }
}
