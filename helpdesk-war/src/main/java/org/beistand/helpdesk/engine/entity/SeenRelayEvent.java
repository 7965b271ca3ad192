package org.beistand.helpdesk.engine.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event of a relay was taken; delivered again, it does nothing. */
@Entity
@Table(name = "relay_event")
public class SeenRelayEvent {

    @Id
    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "relay_id", nullable = false, updatable = false, length = 100)
    private String relayId;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected SeenRelayEvent() {}

    public SeenRelayEvent(UUID eventId, String relayId, Instant receivedAt) {
        this.eventId = eventId;
        this.relayId = relayId;
        this.receivedAt = receivedAt;
    }

    public UUID eventId() {
        return eventId;
    }
}
