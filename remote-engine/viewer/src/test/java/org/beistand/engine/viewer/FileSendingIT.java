package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.DesktopFiles;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.consent.PermissionRequest;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FileProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from the technician to the customer's computer. */
class FileSendingIT extends InChromium {

    private static final String[] CEILING = {"view", "file_write", "file_read"};

    @Test
    void asksInOneClickAndSendsWhatWasChosenWhenTheCustomerAgrees() {
        Desktop desktop = ready();
        byte[] content = bytes(100_000);
        choose(file("Treiber.zip", content));
        PermissionRequest asked = desktop.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser());
        assertThat(asked.getPermission()).isEqualTo("file_write");
        shows("file-write", "asking");
        page.waitForSelector(row("Treiber.zip", "waiting") + ":has-text(\"waiting for the answer\")");
        desktop.decides("file_write", Decision.DECISION_GRANTED);
        DesktopFiles files = new DesktopFiles(desktop);
        FileOffer offer = files.awaitOffer();
        assertThat(offer.getName()).isEqualTo("Treiber.zip");
        assertThat(offer.getBytes()).isEqualTo(content.length);
        files.has(offer.getId(), 0);
        assertThat(files.receives(offer.getId(), 0, content.length)).isEqualTo(content);
        files.taken(offer.getId(), content);
        page.waitForSelector(row("Treiber.zip", "taken") + ":has-text(\"arrived\")");
        page.waitForSelector(".beistand-notice[data-tone=good]:has-text(\"Treiber.zip has arrived\")");
        assertThat(page.locator("[data-part=file-sha256]").textContent()).isEqualTo(DesktopFiles.digits(content));
    }

    @Test
    void aNoSendsNothing() {
        Desktop desktop = ready();
        choose(file("a.txt", bytes(10)), file("b.txt", bytes(10)));
        desktop.viewer().await(MessageType.PERMISSION_REQUEST, PermissionRequest.parser());
        desktop.decides("file_write", Decision.DECISION_DECLINED);
        page.waitForSelector(row("a.txt", "not_permitted"));
        page.waitForSelector(row("b.txt", "not_permitted"));
        page.waitForSelector(".beistand-notice:has-text(\"does not want any files\")");
        desktop.decides("file_write", Decision.DECISION_GRANTED);
        choose(file("c.txt", bytes(10)));
        assertThat(new DesktopFiles(desktop).awaitOffer().getName()).isEqualTo("c.txt");
    }

    @Test
    void sendsOneAfterTheOtherAndNeverMoreThanTwoPiecesUnconfirmedAtFirst() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        byte[] first = bytes(200_000);
        choose(file("first", first), file("second", bytes(5)));
        FileOffer offer = files.awaitOffer();
        files.has(offer.getId(), 0);
        assertThat(files.awaitPiece().getOffset()).isZero();
        assertThat(files.awaitPiece().getOffset()).isEqualTo(Limits.FILE_PIECE_BYTES);
        files.desktop().says("marker", "marker");
        page.waitForSelector("[data-tab=chat] [data-new='1']");
        files.has(offer.getId(), Limits.FILE_PIECE_BYTES);
        files.receives(offer.getId(), 2 * Limits.FILE_PIECE_BYTES, first.length);
        files.taken(offer.getId(), first);
        assertThat(files.awaitOffer().getName()).isEqualTo("second");
    }

    @Test
    void goesOnAfterAnInterruptionWhereTheAppletSays() {
        Desktop desktop = ready("file_write");
        DesktopFiles files = new DesktopFiles(desktop);
        byte[] content = bytes(300_000);
        choose(file("gross.bin", content));
        FileOffer offer = files.awaitOffer();
        files.has(offer.getId(), 0);
        byte[] begun = files.receives(offer.getId(), 0, 65_536);
        helpdesk.admits(() -> new Answer(503, "{}"));
        desktop.viewer().cut();
        page.waitForSelector(row("gross.bin", "interrupted"));
        helpdesk.admits(() -> admission(CEILING));
        DesktopFiles again = new DesktopFiles(new Desktop(relay.next()).welcomesWithCustomer("file_write"));
        assertThat(again.awaitOffer()).isEqualTo(offer);
        // Less than was confirmed: the applet knows best what has reached the disk.
        again.has(offer.getId(), 50_000);
        byte[] rest = again.receives(offer.getId(), 50_000, content.length);
        assertThat(begun).isEqualTo(java.util.Arrays.copyOf(content, begun.length));
        assertThat(rest).isEqualTo(java.util.Arrays.copyOfRange(content, 50_000, content.length));
        again.taken(offer.getId(), content);
        page.waitForSelector(row("gross.bin", "taken"));
    }

    @Test
    void goesOnWhenOnlyTheCustomersConnectionBroke() {
        Desktop desktop = ready("file_write");
        DesktopFiles files = new DesktopFiles(desktop);
        byte[] content = bytes(100_000);
        choose(file("a", content));
        FileOffer offer = files.awaitOffer();
        desktop.leaves(Desktop.APPLET, false);
        page.waitForSelector(row("a", "interrupted"));
        desktop.comesBack(8);
        desktop.state("file_write");
        assertThat(files.awaitOffer()).isEqualTo(offer);
        files.has(offer.getId(), 0);
        assertThat(files.receives(offer.getId(), 0, content.length)).isEqualTo(content);
    }

    @Test
    void anEmptyFileNeedsNoPiece() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        choose(file("leer.txt", new byte[0]));
        FileOffer offer = files.awaitOffer();
        assertThat(offer.getBytes()).isZero();
        files.has(offer.getId(), 0);
        files.taken(offer.getId(), new byte[0]);
        page.waitForSelector(row("leer.txt", "taken"));
    }

    @Test
    void theTechnicianCancels() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        choose(file("a", bytes(200_000)), file("b", bytes(1)));
        FileOffer offer = files.awaitOffer();
        files.has(offer.getId(), 0);
        files.awaitPiece();
        page.locator(row("a", "under_way") + " [data-action=file-cancel]").click();
        FileProgress cancelled = files.awaitProgress();
        assertThat(cancelled.getId()).isEqualTo(offer.getId());
        assertThat(cancelled.getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("a", "cancelled"));
        assertThat(files.awaitOffer().getName()).isEqualTo("b");
    }

    @Test
    void tellsOfACancellationDuringABreakWhenTheAppletIsBack() {
        Desktop desktop = ready("file_write");
        choose(file("a", bytes(200_000)));
        String id = new DesktopFiles(desktop).awaitOffer().getId();
        desktop.leaves(Desktop.APPLET, false);
        page.locator(row("a", "interrupted") + " [data-action=file-cancel]").click();
        desktop.comesBack(8);
        desktop.state("file_write");
        assertThat(new DesktopFiles(desktop).awaitProgress())
                .isEqualTo(FileProgress.newBuilder()
                        .setId(id)
                        .setOutcome(FileOutcome.FILE_OUTCOME_CANCELLED)
                        .build());
    }

    @Test
    void theCustomerCancelsOrTakesTheConsentBack() {
        Desktop desktop = ready("file_write");
        DesktopFiles files = new DesktopFiles(desktop);
        choose(file("a", bytes(200_000)), file("b", bytes(200_000)), file("c", bytes(1)));
        files.tells(files.awaitOffer().getId(), FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("a", "cancelled"));
        page.waitForSelector(".beistand-notice:has-text(\"has cancelled a.\")");
        files.has(files.awaitOffer().getId(), 0);
        files.awaitPiece();
        desktop.decides("file_write", Decision.DECISION_WITHDRAWN);
        page.waitForSelector(row("b", "not_permitted"));
        page.waitForSelector(row("c", "not_permitted"));
        page.waitForSelector(".beistand-notice:has-text(\"no longer lets you send files\")");
        shows("file-write", "off");
    }

    @Test
    void saysWhyTheAppletRefused() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        choose(file("a", bytes(1)), file("b", bytes(1)));
        files.tells(files.awaitOffer().getId(), FileOutcome.FILE_OUTCOME_NO_ROOM);
        page.waitForSelector(row("a", "no_room"));
        page.waitForSelector(".beistand-notice[data-tone=bad]:has-text(\"cannot be saved there\")");
        String id = files.awaitOffer().getId();
        files.has(id, 0);
        files.awaitPiece();
        files.has(id, 7); // more than was sent
        assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("b", "broken"));
    }

    @Test
    void aFileThatChangesUnderWayIsGone(@TempDir Path folder) throws IOException {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        Path file = Files.write(folder.resolve("log.txt"), bytes(200_000));
        page.locator("input[name=files]").setInputFiles(file);
        FileOffer offer = files.awaitOffer();
        Files.delete(file);
        files.has(offer.getId(), 0);
        assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("log.txt", "gone"));
        page.waitForSelector(".beistand-notice[data-tone=bad]:has-text(\"cannot be read here any more\")");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingIsSaid() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        page.evaluate("""
                () => {
                  const large = new File(['x'], 'film.mkv');
                  Object.defineProperty(large, 'size', { value: 1024 ** 3 + 1 });
                  const input = document.querySelector('input[name=files]');
                  Object.defineProperty(input, 'files', { value: [large, new File(['y'], 'klein')], configurable: true });
                  input.dispatchEvent(new Event('change'));
                }""");
        page.waitForSelector(row("film.mkv", "too_large"));
        assertThat(files.awaitOffer().getName()).isEqualTo("klein");
    }

    @Test
    void whatIsDroppedOntoThePanelIsSentAndElsewhereNothingHappens() {
        DesktopFiles files = new DesktopFiles(ready("file_write"));
        page.locator("[data-tab=chat]").click();
        String drop = """
                ([where, name]) => {
                  const data = new DataTransfer();
                  data.items.add(new File(['Hallo'], name));
                  for (const kind of ['dragover', 'drop']) {
                    const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
                    document.querySelector(where).dispatchEvent(event);
                    if (!event.defaultPrevented) throw new Error('the browser would leave the page');
                  }
                }""";
        page.evaluate(drop, new String[] {".beistand-stage", "daneben.txt"});
        page.evaluate(drop, new String[] {".beistand-chat", "hier.txt"});
        shows("panel-tab", "files");
        assertThat(files.awaitOffer().getName()).isEqualTo("hier.txt");
    }

    /** @param granted what holds already */
    private Desktop ready(String... granted) {
        Desktop desktop = workspace("en", CEILING).welcomesWithCustomer(granted);
        shows("situation", "here");
        page.locator("[data-tab=files]").click();
        page.waitForSelector("[data-action=files-send]:enabled");
        return desktop;
    }

    private void choose(FilePayload... files) {
        page.locator("input[name=files]").setInputFiles(files);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static String row(String name, String state) {
        return "[data-part=files-sent] [data-name='" + name + "'][data-state=" + state + "]";
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
