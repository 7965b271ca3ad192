package org.beistand.applet.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one thread on which a session lives: tasks run in order, and one that fails does not take the session with it. */
final class SessionLoop {

    private static final Logger LOG = Logger.getLogger(SessionLoop.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("session").factory());

    /** From any thread; after the end nothing happens. */
    void run(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException ended) {
            LOG.fine("the session is over, nobody listens any more");
        }
    }

    /** From any thread; after the end nothing happens. */
    void after(Duration delay, Runnable task) {
        try {
            thread.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            LOG.fine("the session is over, nothing is due any more");
        }
    }

    void every(Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(() -> guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "the session went on after a failure", failed);
        }
    }

    void close() {
        thread.shutdown();
    }
}
