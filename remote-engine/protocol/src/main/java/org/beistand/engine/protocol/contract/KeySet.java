package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Answer of {@code GET keys}: the public keys that the helpdesk signs with, now or lately.
 *
 * @param keys newest first; several while a key is being rotated
 */
public record KeySet(List<Key> keys) {

    public KeySet {
        keys = List.copyOf(requireNonNull(keys, "keys"));
    }

    /**
     * One Ed25519 public key.
     *
     * @param kid name that a signature's header refers to
     * @param x raw 32 bytes of RFC 8032 in base64url without padding
     */
    public record Key(String kid, String x) {

        public Key {
            requireNonNull(kid, "kid");
            requireNonNull(x, "x");
        }
    }
}
