package org.beistand.engine.protocol.seal;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Whose words an end shows already: for each peer's key, the pairing that was agreed on. Lives as long as the end's own
 * key pair. One thread at a time.
 */
public final class Pairings {

    /**
     * Agreements on new words in the life of an end. Honest ends need one for each page and process; who may try without
     * end finds keys whose words agree after 2^32 tries.
     */
    static final int MOST_NEW_WORDS = 256;

    private final Map<String, byte[]> known = new HashMap<>();
    private int newWords;

    /** Before words that nobody has seen yet are agreed on. @throws KeysRefused after too many of them */
    void countNewWords() {
        if (++newWords > MOST_NEW_WORDS) {
            throw new KeysRefused("new words " + newWords + " times");
        }
    }

    Optional<byte[]> of(byte[] peerKey) {
        return Optional.ofNullable(known.get(name(peerKey)));
    }

    void keep(byte[] peerKey, byte[] pairing) {
        known.put(name(peerKey), pairing);
    }

    private static String name(byte[] peerKey) {
        return HexFormat.of().formatHex(peerKey);
    }
}
