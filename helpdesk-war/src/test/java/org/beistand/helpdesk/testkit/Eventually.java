package org.beistand.helpdesk.testkit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does. */
public final class Eventually {

    private static final Semaphore NEVER = new Semaphore(0);

    private Eventually() {}

    /** @throws AssertionError when it has not come true in time */
    public static void is(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** Lets others work. Nobody ever releases the permit, so this only takes its time. */
    public static void pause(Duration time) {
        try {
            if (NEVER.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("somebody released what nobody has");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
