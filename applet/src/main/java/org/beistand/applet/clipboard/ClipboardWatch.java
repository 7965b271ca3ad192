package org.beistand.applet.clipboard;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells that the customer's clipboard holds something new. Only {@link GuardedClipboard} calls it, from one thread, which
 * also opens and closes it; {@link #wake} alone may be called from any thread.
 */
public interface ClipboardWatch extends AutoCloseable {

    /** For logs, e.g. "x11-xfixes". */
    String name();

    /**
     * Waits until somebody has copied something since the last call, {@link #wake} is called, or the time is over. Costs
     * nothing while it waits.
     *
     * @return whether somebody has
     */
    boolean await(Duration atMost);

    /** Ends a wait from another thread. Does nothing after {@link #close}. */
    void wake();

    @Override
    void close();

    /** One way to watch, asked whether it works here when it is opened. */
    interface Provider {

        /** Higher is tried first: system-near ways 100, the toolkit's 10. */
        int preference();

        /** @return empty when it does not work here */
        Optional<ClipboardWatch> open();
    }
}
