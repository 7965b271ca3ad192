package org.beistand.systemtests.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.beistand.systemtests.product.Product;

/** The company's portal as the customer walks through it: PIN, who asks, terms, download, waiting. */
public final class Portal {
    private final Page page;

    private Portal(Page page) {
        this.page = page;
    }

    /** Opens the demo company's portal. */
    public static Portal open(Product product, Page page) {
        page.navigate(product.at("/c/demo/").toString());
        return new Portal(page);
    }

    /** Opens the link that a technician has sent. */
    public static Portal follow(String link, Page page) {
        page.navigate(link);
        return new Portal(page);
    }

    /** The browser's page. */
    public Page page() {
        return page;
    }

    /** Enters the PIN and goes on. */
    public void enterPin(String pin) {
        page.fill("#pin", pin);
        page.locator("#pin-form button[type='submit']").click();
    }

    /** What the page says is wrong, empty while nothing is. */
    public String problem() {
        return page.locator("#pin-problem").innerText().strip();
    }

    /** Everything that the page says. */
    public String text() {
        return page.locator("main").innerText();
    }

    /** Accepts the terms and starts. */
    public void acceptAndStart() {
        page.check("#terms");
        page.click("button[value='yes']");
        page.locator("#download").waitFor();
    }

    /** Downloads the program that the page offers for this computer. */
    public Path download(Path folder) {
        Download download = page.waitForDownload(() -> page.click("#download"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** How far it has come, in the page's own word: program, technician, both, gone, lost. */
    public String stage() {
        return String.valueOf(page.locator("#waiting").getAttribute("data-stage"));
    }
}
