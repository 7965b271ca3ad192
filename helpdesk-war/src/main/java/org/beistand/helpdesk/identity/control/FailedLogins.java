package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Which failed logins the audit writes down: each of the first few of a while, after that only every doubling. A flood
 * leaves a handful of lines with growing counts, never a full table, and nothing is left unsaid when it stops.
 */
@ApplicationScoped
public class FailedLogins {

    static final int EACH_UP_TO = 10;
    public static final Duration WHILE = Duration.ofMinutes(10);

    /** One entry for each company that exists, so an attacker cannot make it grow. */
    private final Map<UUID, Count> counts = new HashMap<>();

    @Inject
    Clock clock;

    /** Counts one more. @return the count of this while if it is worth a line, else empty */
    public synchronized OptionalInt count(UUID company) {
        Instant now = clock.instant();
        Count count = counts.merge(company, new Count(1, now), (old, first) -> old.isOver(now) ? first : old.plusOne());
        boolean worthALine = count.failures <= EACH_UP_TO || Integer.bitCount(count.failures) == 1;
        return worthALine ? OptionalInt.of(count.failures) : OptionalInt.empty();
    }

    private record Count(int failures, Instant since) {

        boolean isOver(Instant now) {
            return !since.plus(WHILE).isAfter(now);
        }

        Count plusOne() {
            return new Count(failures + 1, since);
        }
    }
}
