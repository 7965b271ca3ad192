package org.beistand.helpdesk.engine.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session is over and its relay must know. Told with every heartbeat for a while: telling it twice does no harm. */
@Entity
@Table(name = "relay_order")
public class RelayOrder {

    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "relay_id", nullable = false, updatable = false, length = 100)
    private String relayId;

    @Column(nullable = false, updatable = false, length = 40)
    private String status;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected RelayOrder() {}

    /** @param status name of a row of the status table */
    public RelayOrder(UUID sessionId, String relayId, String status, Instant madeAt) {
        this.sessionId = sessionId;
        this.relayId = relayId;
        this.status = status;
        this.madeAt = madeAt;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public String status() {
        return status;
    }
}
