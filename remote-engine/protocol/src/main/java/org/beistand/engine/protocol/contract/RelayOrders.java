package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.beistand.engine.protocol.Status;

/**
 * Answer of {@code POST relays/{relayId}/heartbeat}.
 *
 * @param endSessions sessions that are over; may be repeated, and may name sessions that the relay never had
 * @param keys keys that grants are checked with from now on
 * @param allowedOrigins origins of browsers that may connect from now on
 */
public record RelayOrders(List<EndSession> endSessions, KeySet keys, List<String> allowedOrigins) {

    public RelayOrders {
        endSessions = List.copyOf(requireNonNull(endSessions, "endSessions"));
        requireNonNull(keys, "keys");
        allowedOrigins = List.copyOf(requireNonNull(allowedOrigins, "allowedOrigins"));
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
