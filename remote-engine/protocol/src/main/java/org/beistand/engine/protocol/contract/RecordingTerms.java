package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

/**
 * Under which terms a company records its sessions.
 *
 * @param keyId names the company's recording key
 * @param publicKey 32 raw bytes of X25519, base64url without padding
 */
public record RecordingTerms(Mode mode, String keyId, String publicKey) {

    /** When the customer is asked. Only these two: a company that never records has no terms. */
    public enum Mode {
        /** A technician may ask for it. */
        ON_REQUEST,
        /** Before anything is seen; no yes to being recorded, no view. */
        ALWAYS
    }

    public RecordingTerms {
        requireNonNull(mode, "mode");
        requireNonNull(keyId, "keyId");
        requireNonNull(publicKey, "publicKey");
    }
}
