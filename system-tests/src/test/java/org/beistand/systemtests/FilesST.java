package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.junit.jupiter.api.Test;

/** Files go both ways, each when the customer says so, and the ticket names them. */
class FilesST extends OneCase {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void goBothWaysWhenTheCustomerSaysSoAndTheTicketNamesThem() throws Exception {
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        Path installer = noise("Anleitung für Drucker.bin", 3_000_000);
        Path report = noise("report.bin", 2_000_001);

        workspace.page().locator("[data-tab='files']").click();
        workspace.page().locator("input[name='files']").setInputFiles(installer);
        applet.allow();
        awaitState(workspace, installer, "taken");
        Path arrived = home.resolve("Downloads").resolve(installer.getFileName());
        assertThat(arrived).hasSameBinaryContentAs(installer);
        assertThat(arrived.toFile().canExecute()).isFalse();

        applet.give(support.desktop, report);
        Locator save = row(workspace, report).locator("[data-action='file-save']");
        save.waitFor();
        Download download = workspace.page().waitForDownload(save::click);
        assertThat(download.suggestedFilename()).isEqualTo("report.bin");
        assertThat(download.path()).hasSameBinaryContentAs(report);

        support.photograph("files");
        applet.end();
        workspace.awaitSituation("ended");
        theTicketNames(installer, report);
    }

    private void theTicketNames(Path installer, Path report) throws Exception {
        Map<String, Object> entry = support.aftermath();
        assertThat(String.valueOf(entry.get("files")))
                .contains("permission=file_write", "name=Anleitung für Drucker.bin", "bytes=3000000", sha256(installer))
                .contains("permission=file_read", "name=report.bin", "bytes=2000001", sha256(report));
        assertThat(support.transcript(entry))
                .contains("Anleitung für Drucker.bin", sha256(installer), "report.bin", sha256(report));
    }

    private static void awaitState(Workspace workspace, Path file, String state) {
        Await.until(
                file.getFileName() + " is " + state,
                SOON,
                () -> row(workspace, file).getAttribute("data-state").equals(state));
    }

    private static Locator row(Workspace workspace, Path file) {
        return workspace.page().locator("[data-name='" + file.getFileName() + "']");
    }

    private Path noise(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(Files.createDirectories(home.resolve("desk")).resolve(name), content);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
