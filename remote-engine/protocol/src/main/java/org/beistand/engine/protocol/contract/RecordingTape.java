package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Request of {@code POST relays/{relayId}/recordings}: the connection of one technician is being recorded.
 *
 * @param tapeId made by the relay; the same tape may be announced again
 * @param subject of the technician's grant
 * @param name of the technician, as in the grant
 * @param startedAt the relay's clock
 * @param keyId of the company's recording key
 * @param encapsulation HPKE, 32 bytes, base64url without padding
 * @param sealedKeys both ends' frame keys, sealed for the company's key: 80 bytes, base64url without padding
 */
public record RecordingTape(
        UUID tapeId,
        UUID sessionId,
        UUID subject,
        String name,
        Instant startedAt,
        String keyId,
        String encapsulation,
        String sealedKeys) {

    public RecordingTape {
        requireNonNull(tapeId, "tapeId");
        requireNonNull(sessionId, "sessionId");
        requireNonNull(subject, "subject");
        requireNonNull(name, "name");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(keyId, "keyId");
        requireNonNull(encapsulation, "encapsulation");
        requireNonNull(sealedKeys, "sealedKeys");
    }
}
