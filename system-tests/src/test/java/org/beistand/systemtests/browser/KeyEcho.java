package org.beistand.systemtests.browser;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.beistand.systemtests.Await;

/**
 * How long it takes from a key's event in the viewer's page to the pixels that answer it on its canvas, by the page's own
 * clock: one pixel of the remote screen is red or blue, and every key changes it to the other.
 */
public final class KeyEcho {
    private static final String NOTE = """
            ([x, y]) => {
              const echo = (window.echo = { pressed: 0, took: [], blue: undefined });
              window.addEventListener('keydown', () => { echo.pressed = performance.now(); }, true);
              const put = CanvasRenderingContext2D.prototype.putImageData;
              CanvasRenderingContext2D.prototype.putImageData = function (image, left, top, ...rest) {
                put.call(this, image, left, top, ...rest);
                if (this.canvas.id !== 'screen') return;
                if (x < left || y < top || x >= left + image.width || y >= top + image.height) return;
                const at = ((y - top) * image.width + x - left) * 4;
                const blue = image.data[at + 2] > image.data[at];
                if (echo.pressed && echo.blue !== undefined && blue !== echo.blue) {
                  echo.took.push(performance.now() - echo.pressed);
                  echo.pressed = 0;
                }
                echo.blue = blue;
              };
            }""";

    private final Page page;
    private final Duration patience;

    private KeyEcho(Page page, Duration patience) {
        this.page = page;
        this.patience = patience;
    }

    /** Watches this pixel of the remote screen from now on; it must be painted once before the first key. */
    public static KeyEcho at(Page page, int x, int y, Duration patience) {
        page.evaluate(NOTE, List.of(x, y));
        return new KeyEcho(page, patience);
    }

    /** Presses a key and waits until its answer is painted. */
    public void press() {
        int before = took().size();
        page.keyboard().press("a");
        Await.until("the key is answered", patience, () -> took().size() > before);
    }

    /** Milliseconds of each key so far, the quickest first; from now on it counts anew. */
    public List<Double> take() {
        List<Double> all = new ArrayList<>(took());
        page.evaluate("() => { window.echo.took = []; }");
        Collections.sort(all);
        return all;
    }

    private List<Double> took() {
        return ((List<?>) page.evaluate("() => window.echo.took"))
                .stream().map(time -> ((Number) time).doubleValue()).toList();
    }
}
