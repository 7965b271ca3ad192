package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

/**
 * Answer of {@code POST /api/v1/sessions/{id}/grants}: the technician's way into the session.
 *
 * @param grant the technician's SessionGrant, a compact JWS
 * @param relayUrl WebSocket address of the session's relay, without {@code /session}
 * @param session what the technician sees
 */
public record ViewerAdmission(String grant, String relayUrl, SessionCard session) {

    public ViewerAdmission {
        requireNonNull(grant, "grant");
        requireNonNull(relayUrl, "relayUrl");
        requireNonNull(session, "session");
    }
}
