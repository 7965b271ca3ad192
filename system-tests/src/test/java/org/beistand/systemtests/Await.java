package org.beistand.systemtests;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that another process does: looks often, and says after a time limit what did not happen. */
public final class Await {
    /** Often enough that a test loses no time, seldom enough that looking does not slow down what is looked at. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private Await() {}

    /** For those who play somebody who takes his time; who waits for something says for what. */
    public static void pause(long milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }

    /** Returns as soon as the condition holds; throws an AssertionError that names {@code what} after the limit. */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the first value that is there; throws an AssertionError that names {@code what} after the limit. */
    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
