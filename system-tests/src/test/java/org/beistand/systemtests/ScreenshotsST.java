package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.beistand.systemtests.browser.Photograph;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.beistand.systemtests.product.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of README and guides from the running product, into {@code target/screenshots}; with
 * {@code -Dbeistand.st.screenshots=docs/screenshots} into the documentation itself.
 */
@ExtendWith(ProductExtension.class)
class ScreenshotsST {
    /** What a page of documentation can bear, in bytes. */
    private static final long LARGEST = 300_000;

    @TempDir
    Path home;

    @Test
    void takesThePicturesOfTheGuides(Product product) throws IOException {
        Path folder = Files.createDirectories(
                Script.HOUSE.resolve(System.getProperty("beistand.st.screenshots", "system-tests/target/screenshots")));
        try (SupportCase support = SupportCase.open(product, home)) {
            Page technician = support.desk.page();
            technician.setViewportSize(1360, 850);
            take(technician, folder.resolve("desk.png"));
            support.desk.openTicket(support.ticket);
            take(technician, folder.resolve("ticket.png"));
            String pin = support.desk.startSession();
            take(technician, folder.resolve("session-pin.png"));
            Page customer = support.portal.page();
            customer.setViewportSize(760, 760);
            take(customer, folder.resolve("portal-pin.png"));
            support.portal.enterPin(pin);
            take(customer, folder.resolve("portal-terms.png"));
            support.portal.acceptAndStart();
            take(customer, folder.resolve("portal-download.png"));
            support.desktop.openTerminal();
            AppletWindow applet = support.startApplet(support.portal.download(home));
            Workspace workspace = support.join();
            workspace.ask("view");
            applet.awaitQuestion();
            ImageIO.write(
                    applet.window().picture(),
                    "png",
                    folder.resolve("applet-consent.png").toFile());
            applet.allow();
            workspace.awaitSituation("live");
            workspace.say("Hello, I can see your screen now.");
            take(technician, folder.resolve("workspace.png"));
            applet.end();
            workspace.awaitSituation("ended");
            support.aftermath();
            support.desk.openTicket(support.ticket);
            take(technician, folder.resolve("ticket-afterwards.png"));
        }
    }

    private static void take(Page page, Path file) throws IOException {
        Photograph.of(page, file);
        assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
    }
}
