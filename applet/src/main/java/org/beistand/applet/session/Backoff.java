package org.beistand.applet.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: soon at first, then ever longer, never all applets at the same moment. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @return half of the step plus up to the other half by chance */
    Duration next() {
        Duration step = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        long half = step.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    /** It worked. */
    void reset() {
        next = FIRST;
    }
}
