package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.Grants;
import org.beistand.engine.viewer.doubles.HelpdeskDouble;
import org.beistand.engine.viewer.doubles.HelpdeskDouble.Answer;
import org.beistand.engine.viewer.doubles.RelayDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test in Debian's Chromium: one browser for all, a context of its own for each test, the two servers, and the promise
 * that the page has neither complained nor broken its Content-Security-Policy.
 */
abstract class InChromium {

    private static final Browser BROWSER = launch();
    /** What Chromium says about any failed request, also those that a test is about. */
    private static final List<String> EXPECTED = List.of("Failed to load resource", "WebSocket connection to");

    HelpdeskDouble helpdesk;
    RelayDouble relay;
    BrowserContext context;
    Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("beistand.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    InChromium() {}

    static Browser browser() {
        return BROWSER;
    }

    /** How the browser of this test's class is set up. */
    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1280, 720);
    }

    @BeforeEach
    void open() throws Exception {
        helpdesk = new HelpdeskDouble();
        relay = new RelayDouble();
        context = BROWSER.newContext(options());
        page = watched(context.newPage());
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        relay.close();
        helpdesk.close();
        assertThat(complaints).isEmpty();
    }

    Page watched(Page fresh) {
        fresh.onPageError(complaints::add);
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error") && EXPECTED.stream().noneMatch(message.text()::startsWith)) {
                complaints.add(message.text());
            }
        });
        return fresh;
    }

    /** The answer to a technician who may join, with this ceiling. */
    Answer admission(String... permissions) {
        return admissionAt(relay, permissions);
    }

    /** As {@link #admission}, to this relay. */
    Answer admissionAt(RelayDouble where, String... permissions) {
        return new Answer(200, """
                {"grant": "%s", "relayUrl": "%s", "session": {"sessionId": "s1", "company": "Musterwerk AG",
                 "technician": "Maria Lindner", "ticketNumber": "T-1042", "ticketSubject": "Printer offline",
                 "customer": "Anna Beck", "language": "de", "askSeconds": 30}}
                """.formatted(Grants.carrying(permissions), where.url()));
    }

    /** Opens the workspace in English with view and control in the grant. */
    Desktop workspace() {
        return workspace("en", "view", "control");
    }

    Desktop workspace(String language, String... permissions) {
        helpdesk.admits(() -> admission(permissions));
        page.navigate(helpdesk.workspace(language));
        return new Desktop(relay.next());
    }

    /** Waits until the workspace's root has this value, e.g. {@code shows("state", "joined")}. */
    void shows(String attribute, String value) {
        page.waitForSelector("#workspace[data-" + attribute + "=\"" + value + "\"]");
    }

    /** Runs script in a page without an application; modules are imported by absolute paths. */
    Object evaluate(String script, Object argument) {
        if (!page.url().startsWith(helpdesk.origin())) {
            page.navigate(helpdesk.origin() + "/viewer/page.css");
        }
        return page.evaluate(script, argument);
    }

    /** All pixels of the canvas as 0xFFRRGGBB, row by row. */
    int[] canvasPixels() {
        String encoded = (String) page.evaluate("""
                () => {
                  const canvas = document.getElementById('screen');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let text = '';
                  for (let i = 0; i < data.length; i += 32768) {
                    text += String.fromCharCode(...data.subarray(i, i + 32768));
                  }
                  return btoa(text);
                }""");
        return Pixels.ofRgba(Base64.getDecoder().decode(encoded));
    }
}
