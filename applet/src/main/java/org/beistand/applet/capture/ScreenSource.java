package org.beistand.applet.capture;

import java.time.Duration;
import java.util.Optional;

/**
 * Gives pictures of the customer's screen. Only {@link GuardedScreen} calls it, from one thread, which also opens and
 * closes it; {@link #wake} alone may be called from any thread. A source that fails for good throws {@link
 * CannotCapture} and is then closed.
 */
public interface ScreenSource extends AutoCloseable {

    /** For logs and the journal, e.g. "x11-shm". */
    String name();

    /**
     * Waits until the screen may have changed since the last {@link #grab}, somebody called {@link #wake}, or the time is
     * over. Costs nothing while it waits where the system can tell of changes.
     *
     * @return whether the screen may have changed
     */
    boolean awaitChange(Duration atMost);

    /** Ends a wait from another thread. Does nothing after {@link #close}. */
    void wake();

    /** @return the screen now; empty when its size is just changing: ask again soon */
    Optional<Picture> grab();

    @Override
    void close();

    /** One way to get pictures, asked whether it works here before it is opened. */
    interface Provider {

        /** Higher is tried first: system-near sources 100, the toolkit's 10. */
        int preference();

        /** @return empty when it works here, else why not */
        Optional<CannotCapture> obstacle();

        /** @throws CannotCapture when it does not work after all; the next provider is tried */
        ScreenSource open();
    }
}
