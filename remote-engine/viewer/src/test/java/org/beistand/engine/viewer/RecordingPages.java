package org.beistand.engine.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.beistand.engine.viewer.doubles.RecordedTape;

/** A test with a company's recording key, made in this browser, and recordings under it. */
abstract class RecordingPages extends InChromium {

    static final String PASSPHRASE = "sieben nasse Füße";

    /** As the helpdesk keeps it; making one takes a second, so that there is one for all tests. */
    private static Map<String, Object> key = Map.of();

    RecordingPages() {}

    @SuppressWarnings("unchecked")
    Map<String, Object> key() {
        if (key.isEmpty()) {
            key = (Map<String, Object>) evaluate("""
                    async (passphrase) => {
                      const { makeKey } = await import('/viewer/core/recording/keys.js');
                      const { toBase64 } = await import('/viewer/core/recording/base64.js');
                      const key = await makeKey(passphrase);
                      for (const part of ['publicKey', 'salt', 'nonce', 'sealedSecret']) key[part] = toBase64(key[part]);
                      return key;
                    }""", PASSPHRASE);
        }
        return key;
    }

    /** The helpdesk has these tapes, the last one whole or not. */
    void recorded(boolean complete, RecordedTape... tapes) {
        String company = String.valueOf(key().get("publicKey"));
        String rows =
                Arrays.stream(tapes).map(tape -> tape.json(company, complete)).collect(Collectors.joining(","));
        for (RecordedTape tape : tapes) {
            helpdesk.keeps("s1/" + tape.id(), 200, tape.bytes());
        }
        helpdesk.keeps("s1", 200, """
                {"sessionId": "%s", "ticketNumber": "INC-1042", "ticketSubject": "Printer offline",
                 "customer": "Anna Beck", "startedAt": "2026-11-23T10:42:00Z", "endedAt": "2026-11-23T10:54:00Z",
                 "tapes": [%s], "keys": [{"keyId": "k1", "publicKey": "%s", "iterations": %s, "salt": "%s",
                 "nonce": "%s", "sealedSecret": "%s"}]}
                """.formatted(
                        RecordedTape.SESSION,
                        rows,
                        company,
                        key().get("iterations"),
                        key().get("salt"),
                        key().get("nonce"),
                        key().get("sealedSecret"))
                .getBytes(UTF_8));
    }

    void opens(String language) {
        page.navigate(helpdesk.recording(language));
        page.locator("[name=passphrase]").fill(PASSPHRASE);
        page.locator("[data-action=open]").click();
        recordingIs("playing");
        settles();
    }

    void recordingIs(String state) {
        page.waitForSelector("#recording[data-state=" + state + "]");
    }

    void settles() {
        page.waitForSelector("#recording[data-busy=false]");
    }

    /** Goes there with the slider. */
    void seek(int milliseconds) {
        page.evaluate("""
                (at) => {
                  const slider = document.querySelector('[data-part=position]');
                  slider.value = at;
                  slider.dispatchEvent(new Event('input'));
                }""", milliseconds);
        settles();
    }

    int position() {
        return Integer.parseInt(page.locator("#recording").getAttribute("data-position"));
    }

    void photograph(String what) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "recording-" + what + ".png")));
    }
}
