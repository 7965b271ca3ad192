package org.beistand.engine.relay.admission;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.engine.protocol.grant.SessionGrant;

/** Remembers each used grant until it would have expired anyway. Only signed grants get here, so nobody can flood it. */
final class UsedGrants {

    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();
    private final Clock clock;

    UsedGrants(Clock clock) {
        this.clock = clock;
    }

    /** True for the first use. */
    boolean use(SessionGrant grant) {
        return used.putIfAbsent(grant.grantId(), grant.expiresAt()) == null;
    }

    void sweep() {
        Instant now = clock.instant();
        used.values().removeIf(expiry -> expiry.isBefore(now));
    }
}
