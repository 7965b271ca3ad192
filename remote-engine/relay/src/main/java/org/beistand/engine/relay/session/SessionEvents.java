package org.beistand.engine.relay.session;

import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;

/**
 * Hears what happens in sessions. Called under no lock, from any thread, once for each happening and in order within a
 * session's participant. Must not block and must not throw.
 */
@FunctionalInterface
public interface SessionEvents {

    /**
     * @param sessionId where
     * @param kind what
     * @param participant who caused it; empty when it was the helpdesk or the relay
     * @param status why
     */
    void happened(UUID sessionId, RelayEvent.Kind kind, Optional<Participant> participant, Status status);
}
