package org.beistand.systemtests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;

/** What a page looks like, in a file. */
public final class Photograph {

    private static final int ATTEMPTS = 3;

    private Photograph() {}

    /** On a busy machine a headless Chromium now and then has no surface to take a picture of; it has one a moment later. */
    public static void of(Page page, Path file) {
        for (int attempt = 1; ; attempt++) {
            try {
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                return;
            } catch (PlaywrightException refused) {
                if (attempt == ATTEMPTS || !String.valueOf(refused.getMessage()).contains("Unable to capture")) {
                    throw refused;
                }
                page.bringToFront();
                page.waitForTimeout(500);
            }
        }
    }
}
