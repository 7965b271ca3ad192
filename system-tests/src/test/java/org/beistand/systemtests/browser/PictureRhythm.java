package org.beistand.systemtests.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * When pictures were shown in a viewer's page, by the page's own clock: what it paints, and KeyDone among what it sends
 * (the header names channel and type of each frame, whatever is sealed behind it).
 */
public final class PictureRhythm {
    /** Times (milliseconds since 1970) of every KeyDone that the page sends, and of every patch that it paints. */
    private static final String NOTE = """
            window.rhythm = { keys: [], shown: [] };
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (data) {
              const [, channel, type] = new Uint8Array(ArrayBuffer.isView(data) ? data.buffer : data, 0, 3);
              if (channel === 10 && type === 4) window.rhythm.keys.push(performance.timeOrigin + performance.now());
              return send.call(this, data);
            };
            const put = CanvasRenderingContext2D.prototype.putImageData;
            CanvasRenderingContext2D.prototype.putImageData = function (...patch) {
              put.apply(this, patch);
              if (this.canvas.id === 'screen') window.rhythm.shown.push(performance.timeOrigin + performance.now());
            };
            """;

    private final Page page;

    private PictureRhythm(Page page) {
        this.page = page;
    }

    /** Call before the page opens the workspace. */
    public static PictureRhythm of(Page page) {
        page.addInitScript(NOTE);
        return new PictureRhythm(page);
    }

    /** When each patch of a picture was shown, milliseconds since 1970. */
    public List<Double> shown() {
        return times("shown");
    }

    /** When keys were agreed on, milliseconds since 1970. */
    public double keys() {
        return times("keys").getFirst();
    }

    /** The longest time without a picture between two moments, milliseconds. */
    public long longestPause(double from, double until) {
        double longest = 0;
        double last = from;
        for (double shown : shown()) {
            if (shown >= from && shown < until) {
                longest = Math.max(longest, shown - last);
                last = shown;
            }
        }
        return Math.round(longest);
    }

    private List<Double> times(String kind) {
        return ((List<?>) page.evaluate("kind => window.rhythm[kind]", kind))
                .stream().map(time -> ((Number) time).doubleValue()).toList();
    }
}
