package org.beistand.integration.servicenow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was found over there, or not, is believed for a while. Keys say whose instance was asked. Safe for many threads. */
final class Believed {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 5_000;

    private final Clock clock;
    private final Map<Record, Found> known = new ConcurrentHashMap<>();

    private record Found(Optional<String> sysId, Instant until) {}

    Believed(Clock clock) {
        this.clock = clock;
    }

    Optional<String> find(Record key, Supplier<Optional<String>> asking) {
        if (known.size() > MOST) {
            known.clear();
        }
        Found found = known.get(key);
        if (found == null || clock.instant().isAfter(found.until())) {
            found = new Found(asking.get(), clock.instant().plus(LIFE));
            known.put(key, found);
        }
        return found.sysId();
    }
}
