package org.beistand.integration.servicenow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.integration.servicenow.IncidentFields.Person;

/** Finds our people over there. What was found, or not, is believed for a while. */
final class People {

    private static final Duration BELIEVED = Duration.ofMinutes(10);
    private static final int MOST = 5_000;

    private final Clock clock;
    private final Map<Key, Found> known = new ConcurrentHashMap<>();

    private record Key(ServiceNowAccess access, Person person) {}

    private record Found(Optional<String> sysId, Instant until) {}

    People(Clock clock) {
        this.clock = clock;
    }

    /** The {@code sys_id} of the one active user who is this person; empty for none or several. */
    Optional<String> find(Instance instance, Person person) {
        if (known.size() > MOST) {
            known.clear();
        }
        var key = new Key(instance.access(), person);
        Found found = known.get(key);
        if (found == null || clock.instant().isAfter(found.until())) {
            Optional<String> sysId =
                    by(instance, "email", person.email()).or(() -> by(instance, "user_name", person.userName()));
            found = new Found(sysId, clock.instant().plus(BELIEVED));
            known.put(key, found);
        }
        return found.sysId();
    }

    /** Asks again what came back: a query over there may return more than was asked for. */
    private static Optional<String> by(Instance instance, String column, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        var rows = instance
                .list("sys_user", column + "=" + Instance.value(value) + "^active=true", "sys_id," + column, 3, 0)
                .rows()
                .stream()
                .filter(row -> value.equalsIgnoreCase(row.get(column)))
                .toList();
        return rows.size() == 1 ? Optional.ofNullable(rows.getFirst().get("sys_id")) : Optional.empty();
    }
}
