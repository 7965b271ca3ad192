package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a session at a relay.
 *
 * @param eventId made by the relay; the helpdesk takes each once
 * @param sessionId the grant's {@code sid}
 * @param kind what happened
 * @param subject the grant's {@code sub}; absent when nobody in the session caused it
 * @param role the subject's role; absent together with it
 * @param at the relay's clock
 * @param status why; for PARTICIPANT_JOINED it is OK
 */
public record RelayEvent(
        UUID eventId,
        UUID sessionId,
        Kind kind,
        @Nullable UUID subject,
        @Nullable Role role,
        Instant at,
        Status status) {

    /** What a relay reports. */
    public enum Kind {
        PARTICIPANT_JOINED,
        /** The connection was lost or replaced; the participant may come back. */
        PARTICIPANT_LEFT,
        SESSION_ENDED
    }

    public RelayEvent {
        requireNonNull(eventId, "eventId");
        requireNonNull(sessionId, "sessionId");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        requireNonNull(status, "status");
    }
}
