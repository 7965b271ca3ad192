package org.beistand.engine.protocol.grant;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.engine.protocol.contract.KeySet;

/** Ed25519 public keys between their 32 raw bytes (RFC 8032: y, little-endian, top bit the sign of x) and the JDK. */
public final class Ed25519Keys {

    /** Bytes of a raw public key. */
    public static final int RAW_BYTES = 32;

    private static final int SIGN_BIT = 0x80;

    private Ed25519Keys() {}

    /** The raw 32 bytes of a JDK key. */
    public static byte[] raw(PublicKey key) {
        if (!(key instanceof EdECPublicKey edKey)) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        byte[] bigEndian = edKey.getPoint().getY().toByteArray();
        byte[] raw = new byte[RAW_BYTES];
        for (int index = 0; index < Math.min(bigEndian.length, RAW_BYTES); index++) {
            raw[index] = bigEndian[bigEndian.length - 1 - index];
        }
        if (edKey.getPoint().isXOdd()) {
            raw[RAW_BYTES - 1] |= (byte) SIGN_BIT;
        }
        return raw;
    }

    /**
     * The JDK key of 32 raw bytes.
     *
     * @throws IllegalArgumentException for another length; whether the bytes are a point shows when verifying
     */
    public static PublicKey publicKey(byte[] raw) {
        if (raw.length != RAW_BYTES) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + raw.length);
        }
        byte[] bigEndian = new byte[RAW_BYTES];
        for (int index = 0; index < RAW_BYTES; index++) {
            bigEndian[index] = raw[RAW_BYTES - 1 - index];
        }
        boolean xOdd = (bigEndian[0] & SIGN_BIT) != 0;
        bigEndian[0] &= (byte) ~SIGN_BIT;
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(xOdd, new BigInteger(1, bigEndian))));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("not an Ed25519 public key", refused);
        }
    }

    /** One key as the contract carries it. */
    public static KeySet.Key toContract(String kid, PublicKey key) {
        return new KeySet.Key(kid, Base64.getUrlEncoder().withoutPadding().encodeToString(raw(key)));
    }

    /**
     * The keys of the contract by their kid.
     *
     * @throws IllegalArgumentException when one of them is not 32 bytes of base64url
     */
    public static Map<String, PublicKey> fromContract(KeySet keySet) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (KeySet.Key key : keySet.keys()) {
            keys.put(key.kid(), publicKey(Base64.getUrlDecoder().decode(key.x())));
        }
        return Map.copyOf(keys);
    }
}
