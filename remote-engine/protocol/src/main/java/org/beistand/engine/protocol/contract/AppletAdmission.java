package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST applet/grant}: the way into the session, good for one connection within the grant's 60 s.
 *
 * @param grant the applet's SessionGrant, a compact JWS
 * @param relayUrl WebSocket address of the session's relay, without {@code /session}
 * @param session what the customer sees
 * @param recording absent when the company never records
 */
public record AppletAdmission(
        String grant,
        String relayUrl,
        SessionCard session,
        @Nullable RecordingTerms recording) {

    public AppletAdmission {
        requireNonNull(grant, "grant");
        requireNonNull(relayUrl, "relayUrl");
        requireNonNull(session, "session");
    }
}
