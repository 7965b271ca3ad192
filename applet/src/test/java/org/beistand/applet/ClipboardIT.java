package org.beistand.applet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.beistand.applet.counterpart.CopyingPage.part;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.beistand.applet.counterpart.CopyingPage;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.clipboard.PngShape;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.clipboard.ClipboardForm;
import org.beistand.engine.wire.clipboard.ClipboardOutcome;
import org.beistand.engine.wire.clipboard.ClipboardPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real clipboard of a real desktop; what others copy and paste there goes by xclip. */
class ClipboardIT {

    private static final ClipboardForm TEXT = ClipboardForm.CLIPBOARD_FORM_TEXT;
    private static final ClipboardForm HTML = ClipboardForm.CLIPBOARD_FORM_HTML;
    private static final ClipboardForm PNG = ClipboardForm.CLIPBOARD_FORM_PNG;

    @TempDir
    Path folder;

    private CustomersDesk desk;
    private CopyingPage page;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
        page = new CopyingPage(desk.relay);
        desk.startWithTechnician();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void takesTextHtmlAndAnImageOnceAndOnlyWithConsent() throws Exception {
        page.bring(1, List.of(part(TEXT, 6)), "secret".getBytes(UTF_8));
        assertThat(page.outcome(1)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        desk.relay.ask("in", "clipboard_in");
        desk.screenshotWhenAsked("clipboard-in-asked");
        desk.click("allow", "in");
        byte[] text = "Grüße 😀\n".getBytes(UTF_8);
        byte[] html = "<p onclick=\"x()\">Grüße<script>x()</script></p>".getBytes(UTF_8);
        byte[] png = noise();
        byte[] all = joined(text, html, png);
        List<ClipboardPart> parts = List.of(part(TEXT, text.length), part(HTML, html.length), part(PNG, png.length));
        page.bring(2, parts, all);
        assertThat(page.outcome(2)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN);
        desk.screenshot("clipboard-in-allowed");
        assertThat(pasted("UTF8_STRING")).isEqualTo(text);
        assertThat(pasted("text/html")).isEqualTo("<p>Grüße</p>".getBytes(UTF_8));
        assertThat(pasted("image/png")).isEqualTo(PngShape.plain(png).orElseThrow());
        copied("UTF8_STRING", "the customer's own".getBytes(UTF_8));
        page.bring(2, parts, all); // once more: it was done
        page.bring(3, List.of(part(PNG, text.length)), text);
        assertThat(page.outcome(3)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_UNUSABLE);
        page.bring(4, List.of(part(TEXT, 2_000_000)), new byte[0]);
        assertThat(page.outcome(4)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_TOO_LARGE);
        assertThat(new String(pasted("UTF8_STRING"), UTF_8)).isEqualTo("the customer's own");
        page.fetch(5);
        assertThat(page.outcome(5)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        everybodyLeavesAndComesBack();
        page.bring(6, List.of(part(TEXT, 6)), "secret".getBytes(UTF_8));
        assertThat(page.outcome(6)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        Desktop.await("the journal has it", () -> !moved().isEmpty());
        assertThat(moved())
                .containsExactly("clipboard_in text/plain %d, text/html 14, image/png %d"
                        .formatted(text.length, PngShape.plain(png).orElseThrow().length));
    }

    @Test
    void givesTextHtmlAndAnImageOnlyWithConsentAndTheSameAfterABreak() throws Exception {
        copied("UTF8_STRING", "before".getBytes(UTF_8));
        page.fetch(1);
        assertThat(page.outcome(1)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        assertThat(desk.relay.count(MessageType.CLIPBOARD_OFFER)).isZero();
        desk.relay.ask("out", "clipboard_out");
        desk.screenshotWhenAsked("clipboard-out-asked");
        desk.click("allow", "out");
        page.offered(TEXT);
        page.fetch(2);
        assertThat(page.content(2)).isEqualTo("before".getBytes(UTF_8));
        page.tells(2, 6, ClipboardOutcome.CLIPBOARD_OUTCOME_TAKEN);
        copied("text/html", "<b onclick=x>bold</b><script>x</script>".getBytes(UTF_8));
        page.offered(HTML);
        page.fetch(3);
        assertThat(page.content(3)).isEqualTo("<b>bold</b>".getBytes(UTF_8));
        byte[] png = noise();
        copied("image/png", png);
        page.offered(PNG);
        page.fetch(4);
        page.awaitPieces(4, 4);
        copied("UTF8_STRING", "younger".getBytes(UTF_8)); // what was fetched stays what it was
        breakTheWay();
        desk.relay.await(
                MessageType.CLIPBOARD_OFFER, frame -> CopyingPage.forms(frame).contains(TEXT));
        page.fetch(4);
        assertThat(page.content(4)).isEqualTo(PngShape.plain(png).orElseThrow());
        everybodyLeavesAndComesBack();
        long offers = desk.relay.count(MessageType.CLIPBOARD_OFFER);
        copied("UTF8_STRING", "after".getBytes(UTF_8));
        page.fetch(5);
        assertThat(page.outcome(5)).isEqualTo(ClipboardOutcome.CLIPBOARD_OUTCOME_NOT_PERMITTED);
        assertThat(desk.relay.count(MessageType.CLIPBOARD_OFFER)).isEqualTo(offers);
        assertThat(moved()).hasSize(3).allMatch(line -> line.startsWith("clipboard_out "));
    }

    private void everybodyLeavesAndComesBack() {
        long histories = desk.relay.count(MessageType.CHAT_HISTORY);
        desk.relay.technicianLeaves(true);
        desk.relay.technicianJoins();
        Desktop.await("they are back", () -> desk.relay.count(MessageType.CHAT_HISTORY) > histories);
    }

    private void breakTheWay() {
        long histories = desk.relay.count(MessageType.CHAT_HISTORY);
        desk.relay.cut();
        Desktop.await("the applet is back", () -> desk.relay.count(MessageType.CHAT_HISTORY) > histories);
    }

    /** Somebody at the desktop copies. */
    private void copied(String target, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("copied"), content);
        desk.desktop.start("xclip", "-selection", "clipboard", "-t", target, "-i", file.toString());
        Desktop.await("it is copied", () -> Arrays.equals(pasted(target), content));
    }

    /** What somebody at the desktop pastes; nothing while nobody offers it. */
    private byte[] pasted(String target) {
        try {
            Path file = folder.resolve("pasted");
            desk.desktop.run(
                    "sh", "-c", "timeout 20 xclip -selection clipboard -o -t " + target + " > " + file + " 2>&1 || :");
            return Files.readAllBytes(file);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> moved() {
        return desk.helpdesk.journal().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.CLIPBOARD_MOVED)
                .map(entry -> entry.permission() + " " + entry.text())
                .toList();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** A picture of some hundred kilobytes. */
    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(42);
        for (int pixel = 0; pixel < 300 * 200; pixel++) {
            image.setRGB(pixel % 300, pixel / 300, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }
}
