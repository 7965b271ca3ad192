package org.beistand.engine.protocol.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The hashes that bind an agreement together: H of docs/protocol.md, "Agreement". */
final class Transcript {

    static final int BYTES = 32;

    private Transcript() {}

    static byte[] commitment(String sessionId, byte[] appletKey, byte[] appletNonce) {
        return hash("beistand seal 1 commitment", utf8(sessionId), appletKey, appletNonce);
    }

    static byte[] pairing(
            String sessionId, byte[] appletKey, byte[] technicianKey, byte[] appletNonce, byte[] technicianNonce) {
        return hash("beistand seal 1 pairing", utf8(sessionId), appletKey, technicianKey, appletNonce, technicianNonce);
    }

    static byte[] info(String subject, byte[] pairing) {
        return hash("beistand seal 1 info", utf8(subject), pairing);
    }

    /** What the keys of a recorded connection belong to: docs/protocol.md, "Recording". */
    static byte[] recording(String sessionId, String subject) {
        return hash("beistand recording 1", utf8(sessionId), utf8(subject));
    }

    private static byte[] hash(String label, byte[]... parts) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            update(hash, Hkdf.ascii(label));
            for (byte[] part : parts) {
                update(hash, part);
            }
            return hash.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static void update(MessageDigest hash, byte[] part) {
        if (part.length > 0xFFFF) {
            throw new IllegalArgumentException("a part of " + part.length + " bytes");
        }
        hash.update((byte) (part.length >> 8));
        hash.update((byte) part.length);
        hash.update(part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
