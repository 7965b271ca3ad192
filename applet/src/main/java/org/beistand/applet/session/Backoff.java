package org.beistand.applet.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. Soon at first; then never longer than a third of the 3 s in which a session goes
 * on when the path is back, for as long as a restart takes: the other end, the relay and the first picture need the rest.
 * Seldom after that. Never all applets at the same moment.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);

    /** To a second. */
    private static final int DOUBLINGS = 2;

    /** After some ninety seconds nobody waits for the next moment. */
    private static final int PATIENT_AFTER = 120;

    private static final Duration PATIENT = Duration.ofSeconds(15);

    private final RandomGenerator random;
    private int attempts;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @return half of the step plus up to the other half by chance */
    Duration next() {
        Duration step = attempts < PATIENT_AFTER ? FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS)) : PATIENT;
        attempts++;
        long half = step.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    /** It worked. */
    void reset() {
        attempts = 0;
    }
}
