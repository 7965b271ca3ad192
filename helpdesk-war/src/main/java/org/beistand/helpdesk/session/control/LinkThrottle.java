package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stops looking links up for a source that keeps coming with links that lead nowhere. Nobody guesses 256 bits; this only
 * spares the database the attempts, so each node counts for itself.
 */
@ApplicationScoped
public class LinkThrottle {

    /** A person follows an old link a few times; an office shares an address. */
    static final int PER_SOURCE = 30;

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Bounds the memory that an attacker with many addresses can take. */
    private static final int MOST_SOURCES = 50_000;

    private record Misses(int count, Instant since) {}

    private final Map<Source, Misses> misses = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Misses> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    @Inject
    Clock clock;

    public synchronized boolean mayTry(Source source) {
        var known = misses.get(source);
        return known == null || known.count() < PER_SOURCE || isOver(known);
    }

    public synchronized void missed(Source source) {
        misses.merge(
                source,
                new Misses(1, clock.instant()),
                (old, first) -> isOver(old) ? first : new Misses(old.count() + 1, old.since()));
    }

    private boolean isOver(Misses known) {
        return !known.since().plus(WINDOW).isAfter(clock.instant());
    }
}
