package org.beistand.helpdesk.engine.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A session left a relay for another one while the first may still live: it must send along whoever is left there. Told
 * with every heartbeat for a while, or until the session comes back.
 */
@Entity
@Table(name = "relay_move")
public class RelayMove {

    @EmbeddedId
    private Key key;

    @Column(name = "moved_at", nullable = false, updatable = false)
    private Instant movedAt;

    /** Which session left which relay. */
    @Embeddable
    public record Key(
            @Column(name = "session_id") UUID sessionId,
            @Column(name = "relay_id", length = 100) String relayId) implements Serializable {}

    @SuppressWarnings("NullAway.Init")
    protected RelayMove() {}

    public RelayMove(UUID sessionId, String relayId, Instant movedAt) {
        this.key = new Key(sessionId, relayId);
        this.movedAt = movedAt;
    }
}
