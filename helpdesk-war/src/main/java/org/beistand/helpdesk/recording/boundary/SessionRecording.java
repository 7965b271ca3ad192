package org.beistand.helpdesk.recording.boundary;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.recording.entity.RecordingKey;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * What a player needs to know of a recorded session. Bytes are base64url without padding.
 *
 * @param endedAt null while the session runs
 * @param tapes one for each recorded connection, oldest first
 * @param keys those that the tapes are sealed for
 */
@JsonbNillable
@JsonbPropertyOrder({"sessionId", "ticketNumber", "ticketSubject", "customer", "startedAt", "endedAt", "tapes", "keys"})
public record SessionRecording(
        UUID sessionId,
        String ticketNumber,
        String ticketSubject,
        String customer,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<TapeCard> tapes,
        List<KeyCard> keys) {

    /**
     * A recorded connection.
     *
     * @param technicianId subject of the technician's grant, which its keys are bound to
     * @param complete false while it grows, and for good when its relay died
     */
    public record TapeCard(
            UUID id,
            UUID technicianId,
            String technician,
            Instant startedAt,
            long bytes,
            boolean complete,
            UUID keyId,
            String encapsulation,
            String sealedKeys) {

        static TapeCard of(Tape tape) {
            var label = tape.label();
            return new TapeCard(
                    tape.id(),
                    label.technicianId(),
                    label.technicianName(),
                    label.startedAt(),
                    tape.bytes(),
                    tape.isWhole(),
                    label.keyId(),
                    label.encapsulation(),
                    label.sealedKeys());
        }
    }

    /** A key of the company, its secret half under a passphrase. */
    public record KeyCard(
            UUID keyId, String publicKey, int iterations, String salt, String nonce, String sealedSecret) {

        static KeyCard of(RecordingKey key) {
            var material = key.material();
            return new KeyCard(
                    key.id(),
                    material.publicKey(),
                    material.iterations(),
                    material.salt(),
                    material.nonce(),
                    material.sealedSecret());
        }
    }

    static SessionRecording of(SupportSession session, List<Tape> tapes, List<RecordingKey> keys) {
        var invitation = session.invitation();
        return new SessionRecording(
                session.id(),
                invitation.ticketNumber(),
                invitation.ticketSubject(),
                invitation.customerName(),
                session.milestones()
                        .startedAt()
                        .orElseGet(() -> tapes.getFirst().label().startedAt()),
                session.milestones().endedAt(),
                tapes.stream().map(TapeCard::of).toList(),
                keys.stream().map(KeyCard::of).toList());
    }
}
