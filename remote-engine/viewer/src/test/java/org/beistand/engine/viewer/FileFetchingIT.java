package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.DesktopFiles;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.wire.files.FileFetch;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FileProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the customer offers, to the technician's downloads. */
class FileFetchingIT extends InChromium {

    private static final String ID = "7d1f9d0a-4b7e-4c5c-9d1a-0b6a3f2e1c11";

    @Test
    void savesWhatIsOfferedExactly() throws IOException {
        DesktopFiles files = ready();
        byte[] content = bytes(9_000_000); // more than is kept loose
        files.offers(ID, "Fehlerbericht.log", content.length);
        page.waitForSelector(".beistand-notice:has-text(\"offers a file: Fehlerbericht.log\")");
        Download download = page.waitForDownload(() -> {
            save("Fehlerbericht.log");
            assertThat(files.awaitFetch())
                    .isEqualTo(FileFetch.newBuilder().setId(ID).build());
            FileProgress last = files.sends(ID, content, 0, content.length);
            assertThat(last.getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
            files.taken(ID, content);
        });
        assertThat(download.suggestedFilename()).isEqualTo("Fehlerbericht.log");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
        page.waitForSelector(row("taken"));
        page.waitForSelector(".beistand-notice[data-tone=good]:has-text(\"is saved in your downloads\")");
        assertThat(page.locator("[data-part=file-sha256]").textContent()).isEqualTo(DesktopFiles.digits(content));
    }

    @Test
    void anEmptyFileIsSavedToo() throws IOException {
        DesktopFiles files = ready();
        files.offers(ID, "leer.txt", 0);
        Download download = page.waitForDownload(() -> {
            save("leer.txt");
            files.awaitFetch();
            assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
            files.taken(ID, new byte[0]);
        });
        assertThat(Files.size(download.path())).isZero();
    }

    @Test
    void goesOnAfterAnInterruptionWithWhatIsHereAlready() throws IOException {
        DesktopFiles files = ready();
        byte[] content = bytes(200_000);
        files.offers(ID, "a.bin", content.length);
        save("a.bin");
        files.awaitFetch();
        files.sends(ID, content, 0, 98_304);
        helpdesk.admits(() -> new Answer(503, "{}"));
        files.desktop().viewer().cut();
        page.waitForSelector(row("interrupted"));
        helpdesk.admits(() -> admission("view", "file_read"));
        DesktopFiles again = new DesktopFiles(new Desktop(relay.next()).welcomesWithCustomer());
        again.offers(ID, "a.bin", content.length);
        FileFetch fetch = again.awaitFetch();
        assertThat(fetch.getOffset()).isEqualTo(98_304);
        Download download = page.waitForDownload(() -> {
            again.sends(ID, content, 98_304, content.length);
            again.taken(ID, content);
        });
        assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
        assertThat(page.locator("[data-part=files-offered] > li").count()).isEqualTo(1);
    }

    @Test
    void asksForTheLastWordAgainWhenOnlyThatWasLost() {
        DesktopFiles files = ready();
        byte[] content = bytes(10);
        files.offers(ID, "a.bin", content.length);
        save("a.bin");
        files.awaitFetch();
        files.sends(ID, content, 0, content.length);
        files.desktop().leaves(Desktop.APPLET, false);
        files.desktop().comesBack(8);
        files.desktop().state();
        assertThat(files.awaitFetch().getOffset()).isEqualTo(10);
        assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
        page.waitForDownload(() -> files.taken(ID, content));
    }

    @Test
    void oneComesAfterTheOther() {
        DesktopFiles files = ready();
        String second = UUID.randomUUID().toString();
        files.offers(ID, "a", 5);
        files.offers(second, "b", 5);
        save("a");
        save("b");
        page.waitForSelector("[data-file='" + second + "'][data-state=waiting]");
        assertThat(files.awaitFetch().getId()).isEqualTo(ID);
        files.sends(ID, bytes(5), 0, 5);
        page.waitForDownload(() -> files.taken(ID, bytes(5)));
        assertThat(files.awaitFetch().getId()).isEqualTo(second);
    }

    @Test
    void theTechnicianCancelsAndWantsItAfterAll() throws IOException {
        DesktopFiles files = ready();
        byte[] content = bytes(100_000);
        files.offers(ID, "a", content.length);
        save("a");
        files.awaitFetch();
        files.sends(ID, content, 0, Limits.FILE_PIECE_BYTES);
        page.locator(row("under_way") + " [data-action=file-cancel]").click();
        assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("cancelled"));
        save("a");
        assertThat(files.awaitFetch().getOffset()).isZero();
        files.piece(
                ID,
                Limits.FILE_PIECE_BYTES,
                Arrays.copyOfRange(content, Limits.FILE_PIECE_BYTES, 2 * Limits.FILE_PIECE_BYTES)); // was under way
        Download download = page.waitForDownload(() -> {
            files.sends(ID, content, 0, content.length);
            files.taken(ID, content);
        });
        assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
    }

    @Test
    void whatTheCustomerTakesBackIsNotOfferedAnyMore() {
        DesktopFiles files = ready();
        String second = UUID.randomUUID().toString();
        files.offers(ID, "a", 100_000);
        files.offers(second, "b", 5);
        page.waitForSelector("[data-file='" + second + "']");
        files.tells(second, FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForCondition(() -> page.locator("[data-file='" + second + "']").count() == 0);
        save("a");
        files.awaitFetch();
        files.tells(ID, FileOutcome.FILE_OUTCOME_CANCELLED);
        page.waitForSelector(row("cancelled"));
        page.waitForSelector(".beistand-notice:has-text(\"has taken a back\")");
        assertThat(page.locator("[data-action=file-save]").isVisible()).isFalse();
        files.offers(ID, "a", 100_000);
        page.waitForSelector(row("offered") + " [data-action=file-save]:visible");
    }

    @Test
    void whatHasChangedThereIsGone() {
        DesktopFiles files = ready();
        files.offers(ID, "a", 100_000);
        save("a");
        files.awaitFetch();
        files.tells(ID, FileOutcome.FILE_OUTCOME_GONE);
        page.waitForSelector(row("gone"));
        page.waitForSelector(".beistand-notice:has-text(\"is not there any more\")");
    }

    @ParameterizedTest(name = "{0} bytes at {1} of {2}")
    @CsvSource({"10, 5, 100", "0, 0, 100", "101, 0, 100", "8193, 0, 100000"})
    void piecesThatMakeNoFileAreRefused(int length, int offset, int size) {
        DesktopFiles files = ready();
        files.offers(ID, "a", size);
        save("a");
        files.awaitFetch();
        files.piece(ID, offset, new byte[length]);
        FileProgress refused = files.awaitProgress();
        assertThat(refused.getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_BROKEN);
        page.waitForSelector(row("broken"));
        page.waitForSelector(".beistand-notice[data-tone=bad]:has-text(\"does not make a file\")");
    }

    @Test
    void takenBeforeAllHasComeIsRefused() {
        DesktopFiles files = ready();
        files.offers(ID, "a", 100);
        save("a");
        files.awaitFetch();
        files.taken(ID, new byte[100]);
        assertThat(files.awaitProgress().getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_BROKEN);
        page.waitForSelector(row("broken"));
    }

    @Test
    void offersBeyondTheLimitsAreNotShown() {
        DesktopFiles files = ready();
        files.offers("../../etc/passwd", "id", 1);
        files.offers("", "none", 1);
        files.offers(UUID.randomUUID().toString(), "large", Limits.FILE_BYTES + 1);
        files.offers(UUID.randomUUID().toString(), "n".repeat(256), 1);
        files.piece(UUID.randomUUID().toString(), 0, new byte[10]);
        files.tells(UUID.randomUUID().toString(), FileOutcome.FILE_OUTCOME_TAKEN);
        for (int count = 0; count < 101; count++) {
            files.offers(UUID.randomUUID().toString(), "file" + count, count);
        }
        files.desktop().says("marker", "marker");
        page.waitForSelector("[data-tab=chat] [data-new='1']");
        page.waitForSelector("[data-part=files-offered] [data-name=file99]");
        assertThat(page.locator("[data-part=files-offered] > li").count()).isEqualTo(Limits.FILES_OFFERED);
        assertThat(page.locator("[data-part=files-offered] > li").first().getAttribute("data-name"))
                .isEqualTo("file0");
    }

    @Test
    void aNameIsOnlyEverTextAndSavedUnderWhatCanBeSeen() {
        DesktopFiles files = ready();
        files.offers(ID, "../<img src=x onerror=\"document.title='owned'\">\u202Egnp.\u2066exe\u0000", 3);
        Locator name = page.locator(".beistand-file-name");
        name.waitFor();
        String shown = "_<img src=x onerror=\"document.title='owned'\">gnp.exe".replaceAll("[<>\"]", "_");
        assertThat(name.textContent()).isEqualTo(shown);
        assertThat(page.locator(".beistand-workspace img").count()).isZero();
        Download download = page.waitForDownload(() -> {
            page.locator("[data-action=file-save]:visible").click();
            files.awaitFetch();
            files.sends(ID, bytes(3), 0, 3);
            files.taken(ID, bytes(3));
        });
        assertThat(download.suggestedFilename()).doesNotContain("/", "\u202E").endsWith("gnp.exe");
        assertThat(page.title()).contains("T-1042");
    }

    @Test
    void nobodySendsATechnicianAFetch() throws Exception {
        DesktopFiles files = ready();
        files.desktop()
                .viewer()
                .send(MessageType.FILE_FETCH, FileFetch.newBuilder().setId(ID).build());
        assertThat(files.desktop().viewer().awaitClose()).isEqualTo(4400);
        shows("situation", "ended");
    }

    @Test
    void withoutTheRightNoOfferIsShown() {
        Desktop desktop = workspace("en", "view", "file_write").welcomesWithCustomer();
        shows("situation", "here");
        page.locator("[data-tab=files]").click();
        new DesktopFiles(desktop).offers(ID, "a", 5);
        desktop.says("marker", "marker");
        page.waitForSelector("[data-tab=chat] [data-new='1']");
        assertThat(page.locator("[data-file]").count()).isZero();
        assertThat(page.locator(".beistand-files h3:visible").count()).isZero();
    }

    @Test
    void aSessionThatEndsEndsWhatIsUnderWay() {
        DesktopFiles files = ready();
        files.offers(ID, "a", 100_000);
        save("a");
        files.awaitFetch();
        files.desktop().ends(Status.ENDED_BY_CUSTOMER);
        shows("situation", "ended");
        page.waitForSelector(row("lost"));
        assertThat(page.locator("[data-file] button:visible").count()).isZero();
    }

    private DesktopFiles ready() {
        Desktop desktop = workspace("en", "view", "file_read").welcomesWithCustomer();
        shows("situation", "here");
        page.locator("[data-tab=files]").click();
        assertThat(page.locator("[data-action=files-send]").isVisible()).isFalse();
        return new DesktopFiles(desktop);
    }

    private void save(String name) {
        page.locator("[data-name='" + name + "'] [data-action=file-save]").click();
    }

    private static String row(String state) {
        return "[data-file='" + ID + "'][data-state=" + state + "]";
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
