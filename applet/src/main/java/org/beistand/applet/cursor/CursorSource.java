package org.beistand.applet.cursor;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells of the customer's pointer. Only {@link CursorFeed} calls it, from one thread, which also opens and closes it;
 * {@link #wake} alone may be called from any thread.
 */
public interface CursorSource extends AutoCloseable {

    /** For logs, e.g. "x11-xfixes". */
    String name();

    /**
     * Waits until the pointer may have moved or changed since the last {@link #look}, somebody called {@link #wake}, or
     * the time is over. Costs nothing while it waits where the system can tell of changes.
     */
    void awaitChange(Duration atMost);

    /** Ends a wait from another thread. Does nothing after {@link #close}. */
    void wake();

    CursorLook look();

    @Override
    void close();

    /** One way to learn of the pointer, asked whether it works here before it is opened. */
    interface Provider {

        /** Higher is tried first: system-near sources 100, the toolkit's 10. */
        int preference();

        /** @return empty when it does not work here */
        Optional<CursorSource> open();
    }
}
