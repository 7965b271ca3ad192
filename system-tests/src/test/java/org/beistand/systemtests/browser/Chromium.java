package org.beistand.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's own Chromium; each person who looks at Beistand gets a context of their own, as on a computer of their own. */
public final class Chromium implements AutoCloseable {
    /** Generous: a page of a server that has just started takes its time on a busy build machine. */
    private static final double PATIENCE_MILLISECONDS = 20_000;

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser without a window. */
    public static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    /** A new person with a browser of their own: no cookies, this language, a window of this size. */
    public BrowserContext person(String language, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setAcceptDownloads(true)
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return context;
    }

    /** A page of a new person, with what the browser complains about written to standard error for the test's log. */
    public Page page(String language, int width, int height) {
        Page page = person(language, width, height).newPage();
        page.onConsoleMessage(message -> {
            if (!"log".equals(message.type())) {
                System.err.println("browser " + message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> System.err.println("browser error: " + error));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path installed() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium found: ./beistand test installs one"));
    }
}
