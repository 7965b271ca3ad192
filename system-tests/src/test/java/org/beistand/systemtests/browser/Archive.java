package org.beistand.systemtests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.beistand.systemtests.Await;
import org.beistand.systemtests.product.Product;

/** The administrator's side of recordings: the company's rule and key, and the page that plays. */
public final class Archive {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Product product;
    private final Page page;

    /** @param page of an administrator who is logged in */
    public Archive(Product product, Page page) {
        this.product = product;
        this.page = page;
    }

    /** The page, to look at what is not wrapped here. */
    public Page page() {
        return page;
    }

    /** Makes a recording key from this passphrase. */
    public void makeKey(String passphrase) {
        page.navigate(product.at("/admin/recordings").toString());
        Locator name = page.locator("section[aria-labelledby='key-title'] code");
        Locator.FilterOptions notTheOneBefore = new Locator.FilterOptions();
        if (name.count() > 0) {
            notTheOneBefore.setHasNotText(name.textContent());
        }
        page.fill("#recording-key [name='passphrase']", passphrase);
        page.fill("#recording-key [name='repeat']", passphrase);
        page.click("#recording-key [data-action='make-key']");
        // The page shows it after having been loaded anew.
        name.filter(notTheOneBefore).waitFor();
    }

    /** Decides when sessions are recorded: {@code NEVER}, {@code ON_REQUEST} or {@code ALWAYS}. */
    public void record(String mode) {
        page.navigate(product.at("/admin/recordings").toString());
        page.locator("input[name='policy:mode'][value='" + mode + "']").check();
        page.click("[id='policy:save']");
        page.locator("#messages .ui-messages-info").waitFor();
    }

    /** Opens the recording behind this link, first with a wrong passphrase as people do. */
    public void open(String link, String passphrase) {
        page.navigate(link);
        Locator field = page.locator("#recording [name='passphrase']");
        field.fill("not " + passphrase);
        page.click("#recording [data-action='open']");
        page.locator("#recording [role='alert']:not(:empty)").waitFor();
        field.fill(passphrase);
        page.click("#recording [data-action='open']");
        Await.until("the recording is open", SOON, () -> mark("state").equals("playing"));
    }

    /** Goes to the end, and waits until the picture there is shown. */
    public void goToEnd() {
        page.locator("#recording [data-part='position']").focus();
        page.keyboard().press("End");
        settle();
    }

    /** Plays at the highest speed until there is nothing more to play. */
    public void playToTheEnd() {
        page.locator("#recording [data-part='speed']").selectOption("8");
        page.click("#recording [data-action='play']");
        Await.until("it plays", SOON, () -> mark("playing").equals("true"));
        Await.until("it has been played", SOON, () -> mark("playing").equals("false"));
        settle();
    }

    /** What the list beside the picture says, line by line. */
    public List<String> events() {
        return page.locator("#recording [data-part='events'] li").allInnerTexts();
    }

    /** Clicks on the first line in the list that has this text. */
    public void goTo(String event) {
        page.locator("#recording [data-part='events'] button", new Page.LocatorOptions().setHasText(event))
                .first()
                .click();
        settle();
    }

    private void settle() {
        Await.until("the picture is shown", SOON, () -> mark("busy").equals("false"));
    }

    private String mark(String name) {
        return String.valueOf(page.locator("#recording").getAttribute("data-" + name));
    }

    /** What is shown, in the recorded screen's own pixels. */
    public BufferedImage picture() {
        String url = (String) page.evaluate("document.getElementById('screen').toDataURL('image/png')");
        byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
