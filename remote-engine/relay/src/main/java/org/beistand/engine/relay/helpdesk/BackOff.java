package org.beistand.engine.relay.helpdesk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Longer and longer pauses between attempts, scattered so that many relays do not come back at the same moment. */
final class BackOff {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration first;
    private final RandomGenerator random;
    private Duration next;

    BackOff(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
        this.next = first;
    }

    /** The pause after one more failure. */
    Duration pause() {
        long millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    /** It worked: the next failure starts small again. */
    void reset() {
        next = first;
    }
}
