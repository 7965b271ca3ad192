package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down without locking anybody out: after some free tries, every further failure of the same source, or of
 * the same source on the same login name, doubles the wait. Another source is not affected, so nobody can keep somebody
 * else out of an account. A guess spread over many sources is slowed per login name as well, but only up to a wait that
 * its owner can bear.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final int FREE_PER_SOURCE = 20;
    private static final int FREE_PER_SOURCE_AND_NAME = 4;
    private static final int FREE_PER_NAME = 100;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** The owner of a name under attack waits this long at most. */
    private static final Duration LONGEST_PER_NAME = Duration.ofSeconds(4);
    /**
     * Two people of one office who press Enter in the same instant fit, a third waits a second; a program that sends hundreds of tries
     * at once must not fill the queue of passwords to check in which everybody else waits.
     */
    private static final int AT_ONCE_PER_SOURCE = 2;

    private static final Duration AT_ONCE_WAIT = Duration.ofSeconds(1);
    /** After this long without a failure all is forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);
    /** Bounds the memory that an attacker with many addresses can take; the oldest is forgotten first. */
    private static final int ENTRIES = 50_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ENTRIES;
        }
    };

    /** Tries that are being checked now; no larger than the server's number of threads. */
    private final Map<String, Integer> underWay = new HashMap<>();

    @Inject
    Clock clock;

    /**
     * Whoever gets in must {@link #leave}.
     *
     * @return how long this source must wait before it may try this name; empty when it is in
     */
    public synchronized Optional<Duration> enter(String source, String name) {
        Optional<Duration> wait = waitFor(source, name);
        if (wait.isPresent()) {
            return wait;
        }
        if (underWay.getOrDefault(source, 0) >= AT_ONCE_PER_SOURCE) {
            return Optional.of(AT_ONCE_WAIT);
        }
        underWay.merge(source, 1, Integer::sum);
        return Optional.empty();
    }

    /** The try that got in has been checked, or could not be. */
    public synchronized void leave(String source) {
        underWay.computeIfPresent(source, (any, tries) -> tries == 1 ? null : tries - 1);
    }

    /** How long this source must wait before it may try this name; empty when it may try now. */
    synchronized Optional<Duration> waitFor(String source, String name) {
        Instant now = clock.instant();
        Instant until = max(
                blockedUntil("s " + source, FREE_PER_SOURCE, LONGEST),
                max(
                        blockedUntil("b " + source + " " + name, FREE_PER_SOURCE_AND_NAME, LONGEST),
                        blockedUntil("n " + name, FREE_PER_NAME, LONGEST_PER_NAME)));
        return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    public synchronized void failed(String source, String name) {
        Instant now = clock.instant();
        for (String key : new String[] {"s " + source, "b " + source + " " + name, "n " + name}) {
            failures.merge(key, new Failures(1, now), (old, one) -> old.plusOne(now));
        }
    }

    /** Forgets what this source did to this name; what it did to others still counts. */
    public synchronized void succeeded(String source, String name) {
        failures.remove("b " + source + " " + name);
    }

    private Instant blockedUntil(String key, int free, Duration longest) {
        Failures known = failures.get(key);
        if (known == null || known.count <= free) {
            return Instant.EPOCH;
        }
        int doublings = Math.min(known.count - free - 1, 16);
        Duration wait = Duration.ofSeconds(1L << doublings);
        return known.last.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private record Failures(int count, Instant last) {
        Failures plusOne(Instant now) {
            return new Failures(last.plus(MEMORY).isBefore(now) ? 1 : count + 1, now);
        }
    }
}
