package org.beistand.helpdesk.recording.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The recorded connection of one technician, as far as the helpdesk has it. A relay announces it, delivers its bytes while it
 * grows, and says when that was all; a relay that died never says so, and the tape stays as it is. The bytes are in a file;
 * what counts is the number here, which is written after them.
 */
@Entity
@Table(name = "recording_tape")
public class Tape {

    public static final int LONGEST_NAME = Limits.NAME_CHARACTERS;

    /** A public key of X25519. */
    private static final int ENCAPSULATION_BYTES = 32;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Embedded
    private Label label;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt;

    @Column(name = "byte_count", nullable = false)
    private long bytes;

    @Column(nullable = false)
    private boolean whole;

    /**
     * What a relay says of a tape.
     *
     * @param technicianId subject of the grant; the keys cannot be opened without it
     * @param startedAt by the relay's clock
     * @param encapsulation of HPKE, base64url
     * @param sealedKeys for the company's key, base64url
     */
    @Embeddable
    public record Label(
            @Column(name = "technician_id", nullable = false, updatable = false)
            UUID technicianId,

            @Column(name = "technician_name", nullable = false, updatable = false, length = LONGEST_NAME)
            String technicianName,

            @Column(name = "started_at", nullable = false, updatable = false)
            Instant startedAt,

            @Column(name = "key_id", nullable = false, updatable = false)
            UUID keyId,

            @Column(nullable = false, updatable = false, length = 43)
            String encapsulation,

            @Column(name = "sealed_keys", nullable = false, updatable = false, length = 107)
            String sealedKeys) {

        /** @throws UnfitTapeException when nobody could ever play it */
        public static Label of(
                UUID technicianId,
                String technicianName,
                Instant startedAt,
                UUID keyId,
                String encapsulation,
                String sealedKeys) {
            if (technicianName.isBlank() || technicianName.length() > LONGEST_NAME) {
                throw new UnfitTapeException("a name of " + technicianName.length() + " characters");
            }
            return new Label(
                    technicianId,
                    technicianName,
                    startedAt,
                    keyId,
                    Base64Url.bytes(encapsulation, ENCAPSULATION_BYTES, ENCAPSULATION_BYTES)
                            .orElseThrow(() -> new UnfitTapeException("no encapsulation")),
                    Base64Url.bytes(sealedKeys, Limits.SEALED_KEYS_BYTES, Limits.SEALED_KEYS_BYTES)
                            .orElseThrow(() -> new UnfitTapeException("no sealed keys")));
        }

        /** The same by a clock that can be believed. */
        public Label startedAt(Instant at) {
            return new Label(technicianId, technicianName, at, keyId, encapsulation, sealedKeys);
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Tape() {}

    public Tape(UUID id, UUID sessionId, UUID ticketId, Label label, Instant at) {
        this.id = id;
        this.sessionId = sessionId;
        this.ticketId = ticketId;
        this.label = label;
        this.lastAt = at;
    }

    /** So much of it is in the file now. */
    public void reach(long kept, Instant at) {
        bytes = kept;
        lastAt = at;
    }

    /** Nothing more will come. */
    public void complete(Instant at) {
        whole = true;
        lastAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public Label label() {
        return label;
    }

    /** When the last of it came, by the helpdesk's clock. */
    public Instant lastAt() {
        return lastAt;
    }

    public long bytes() {
        return bytes;
    }

    public boolean isWhole() {
        return whole;
    }
}
