package org.beistand.systemtests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.beistand.systemtests.Await;

/**
 * The technician's session workspace. What it leans on is promised at the head of the viewer's {@code workspace.js}: the
 * canvas with the remote screen's own pixels, the marks on the root, and the actions' names.
 */
public final class Workspace {
    private static final Duration REACTS_WITHIN = Duration.ofSeconds(40);

    private final Page page;

    /** The page must be on its way to the workspace. */
    public Workspace(Page page) {
        this.page = page;
    }

    /** The page, to look at what is not wrapped here. */
    public Page page() {
        return page;
    }

    /** Waits until the workspace says that this is going on ({@code waiting}, {@code here}, {@code live} ...). */
    public void awaitSituation(String situation) {
        await("situation", situation);
    }

    /** Waits until the customer's answer to that permission is known here: off, asking or granted. */
    public void awaitPermission(String permission, String answer) {
        await(permission, answer);
    }

    /** Waits until the workspace has this mark with this value. */
    public void awaitMark(String mark, String value) {
        await(mark, value);
    }

    private void await(String mark, String value) {
        Await.until(
                "data-" + mark + " is " + value + ", not " + mark(mark),
                REACTS_WITHIN,
                () -> mark(mark).equals(value));
    }

    /** What the workspace says about itself in that mark; empty while it says nothing. */
    public String mark(String name) {
        Object value =
                page.evaluate("name => document.getElementById('workspace')?.getAttribute('data-' + name) ?? ''", name);
        return String.valueOf(value);
    }

    /** Asks the customer for view or control, with the button in the toolbar. */
    public void ask(String permission) {
        action("ask-" + permission).click();
    }

    /** A button by what it does. */
    public Locator action(String action) {
        return page.locator("[data-action='" + action + "']");
    }

    /** Shows the picture scaled into the window ({@code fit}) or pixel by pixel ({@code exact}). */
    public void mode(String mode) {
        action(mode).click();
    }

    /** What the canvas shows, in the remote screen's own pixels. */
    public BufferedImage picture() {
        String url = (String) page.evaluate("document.getElementById('screen').toDataURL('image/png')");
        byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the mouse to that pixel of the remote screen, wherever the canvas shows it just now. */
    public void point(int x, int y) {
        BoundingBox box = page.locator("#screen").boundingBox();
        double scaleX = box.width / ((Number) page.evaluate("document.getElementById('screen').width")).doubleValue();
        double scaleY = box.height / ((Number) page.evaluate("document.getElementById('screen').height")).doubleValue();
        page.mouse().move(box.x + (x + 0.5) * scaleX, box.y + (y + 0.5) * scaleY);
    }

    /** Clicks on that pixel of the remote screen. */
    public void click(int x, int y) {
        point(x, y);
        page.mouse().down();
        page.mouse().up();
    }

    /** Types into whatever has the keyboard on the remote screen, and Enter. */
    public void typeLine(String line) {
        page.keyboard().type(line);
        page.keyboard().press("Enter");
    }

    /** Whether the technician sees and controls the customer's screen. */
    public boolean isWhole() {
        return mark("state").equals("joined")
                && mark("situation").equals("live")
                && mark("control").equals("granted");
    }

    /** Writes a line into the chat and sends it. */
    public void say(String text) {
        Locator box = page.locator("textarea[name='chat']");
        box.fill(text);
        box.press("Enter");
    }

    /** The lines of the chat as they are read, oldest first. */
    public Locator chatLines() {
        return page.locator(".beistand-line p");
    }
}
