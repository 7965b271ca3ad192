package org.beistand.applet.platform.awt;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.FlavorListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.beistand.applet.clipboard.ClipboardWatch;

/**
 * Watches the clipboard by the toolkit's FlavorListener. On Windows it is told of every copy; on X11 the toolkit would ask
 * twice a second and see only other forms, which is why X11 has a watch of its own.
 */
final class FlavorWatch implements ClipboardWatch {

    private static final Logger LOG = Logger.getLogger(FlavorWatch.class.getName());

    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean copied;
    private final FlavorListener listener = event -> {
        copied = true;
        wakeUps.release();
    };

    private FlavorWatch() {}

    static Provider provider() {
        return new Provider() {
            @Override
            public int preference() {
                return 10;
            }

            @Override
            public Optional<ClipboardWatch> open() {
                if (GraphicsEnvironment.isHeadless()) {
                    return Optional.empty();
                }
                FlavorWatch watch = new FlavorWatch();
                Toolkit.getDefaultToolkit().getSystemClipboard().addFlavorListener(watch.listener);
                return Optional.of(watch);
            }
        };
    }

    @Override
    public String name() {
        return "awt";
    }

    @Override
    public boolean await(Duration atMost) {
        try {
            if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            LOG.fine("waiting for the clipboard was interrupted");
        }
        boolean news = copied;
        copied = false;
        return news;
    }

    @Override
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void close() {
        Toolkit.getDefaultToolkit().getSystemClipboard().removeFlavorListener(listener);
    }
}
