package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.beistand.engine.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST relays/{relayId}/heartbeat}.
 *
 * @param endSessions sessions that are over; may be repeated, and may name sessions that the relay never had
 * @param keys keys that grants are checked with from now on
 * @param allowedOrigins origins of browsers that may connect from now on
 * @param moveSessions sessions that go on at another relay: whoever is still here is sent there; absent: none
 * @param elsewhere whether another relay takes sessions just now, so that one that is being emptied can be; absent: no
 */
public record RelayOrders(
        List<EndSession> endSessions,
        KeySet keys,
        List<String> allowedOrigins,
        @Nullable List<UUID> moveSessions,
        @Nullable Boolean elsewhere) {

    public RelayOrders {
        endSessions = List.copyOf(requireNonNull(endSessions, "endSessions"));
        requireNonNull(keys, "keys");
        allowedOrigins = List.copyOf(requireNonNull(allowedOrigins, "allowedOrigins"));
        moveSessions = moveSessions == null ? List.of() : List.copyOf(moveSessions);
    }

    /** Whether another relay takes sessions. */
    public boolean knowsElsewhere() {
        return Boolean.TRUE.equals(elsewhere);
    }

    /** Sessions that go on at another relay. */
    public List<UUID> moves() {
        return requireNonNull(moveSessions);
    }

    /**
     * One session to end.
     *
     * @param sessionId the grant's {@code sid}
     * @param status why, told to both ends
     */
    public record EndSession(UUID sessionId, Status status) {

        public EndSession {
            requireNonNull(sessionId, "sessionId");
            requireNonNull(status, "status");
        }
    }
}
