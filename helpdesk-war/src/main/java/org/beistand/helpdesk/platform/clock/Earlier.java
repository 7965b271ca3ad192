package org.beistand.helpdesk.platform.clock;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets things happen in the past, for this thread only and only while a task runs: demo content that all happened this very
 * minute would look like none. Nothing else may use it (held by ArchitectureTest).
 */
public final class Earlier {

    private static final ThreadLocal<Duration> BEHIND = ThreadLocal.withInitial(() -> Duration.ZERO);

    private Earlier() {}

    /** @param ago how far every clock of this thread is behind meanwhile */
    public static void by(Duration ago, Runnable task) {
        by(ago, () -> {
            task.run();
            return ago;
        });
    }

    /** As the other, for a task with a result. */
    public static <T> T by(Duration ago, Supplier<T> task) {
        Duration before = BEHIND.get();
        BEHIND.set(ago);
        try {
            return task.get();
        } finally {
            BEHIND.set(before);
        }
    }

    static Duration now() {
        return BEHIND.get();
    }
}
