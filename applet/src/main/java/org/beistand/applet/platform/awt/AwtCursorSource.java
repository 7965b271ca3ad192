package org.beistand.applet.platform.awt;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.geom.Point2D;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.beistand.applet.cursor.CursorLook;
import org.beistand.applet.cursor.CursorSource;

/** The pointer's place by java.awt.MouseInfo, asked for ten times a second. What it looks like is not told anywhere. */
final class AwtCursorSource implements CursorSource {

    private static final Logger LOG = Logger.getLogger(AwtCursorSource.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Semaphore wakeUps = new Semaphore(0);
    private Point last = new Point();

    private AwtCursorSource() {}

    static Optional<CursorSource> open() {
        return GraphicsEnvironment.isHeadless() ? Optional.empty() : Optional.of(new AwtCursorSource());
    }

    @Override
    public String name() {
        return "awt";
    }

    @Override
    public void awaitChange(Duration atMost) {
        Duration wait = atMost.compareTo(INTERVAL) < 0 ? atMost : INTERVAL;
        try {
            if (wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            LOG.fine("waiting for the pointer was interrupted");
        }
    }

    @Override
    public void wake() {
        wakeUps.release();
    }

    @Override
    public CursorLook look() {
        place().ifPresent(place -> last = place);
        return new CursorLook(Math.max(0, last.x), Math.max(0, last.y), Optional.empty());
    }

    /** In pixels, as pictures are; the toolkit counts in its own units on screens of high resolution. */
    private static Optional<Point> place() {
        try {
            PointerInfo info = MouseInfo.getPointerInfo();
            if (info == null) { // no pointer, or on a screen that has just gone
                return Optional.empty();
            }
            Point2D pixels = info.getDevice()
                    .getDefaultConfiguration()
                    .getDefaultTransform()
                    .transform(info.getLocation(), null);
            return Optional.of(new Point((int) pixels.getX(), (int) pixels.getY()));
        } catch (HeadlessException | SecurityException refused) {
            LOG.fine("the pointer's place is not told");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wakeUps.release();
    }
}
