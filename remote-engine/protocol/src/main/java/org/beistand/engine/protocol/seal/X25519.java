package org.beistand.engine.protocol.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** X25519 of the JDK, with keys as the 32 little-endian bytes of RFC 7748. */
final class X25519 {

    static final String NAME = "X25519";
    static final int BYTES = 32;

    private static final byte[] ZERO = new byte[BYTES];
    private static final int SIGN_BIT = 0x80;

    private X25519() {}

    static byte[] raw(XECPublicKey key) {
        byte[] bigEndian = key.getU().toByteArray();
        byte[] raw = new byte[BYTES];
        for (int index = 0; index < Math.min(bigEndian.length, BYTES); index++) {
            raw[index] = bigEndian[bigEndian.length - 1 - index];
        }
        return raw;
    }

    static PrivateKey secret(byte[] raw) {
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, raw));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("not an X25519 secret", refused);
        }
    }

    static byte[] agree(PrivateKey own, byte[] peer) {
        if (peer.length != BYTES) {
            throw new KeysRefused("a public key of " + peer.length + " bytes");
        }
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(NAME);
            agreement.init(own);
            agreement.doPhase(
                    KeyFactory.getInstance(NAME)
                            .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u(peer))),
                    true);
            byte[] shared = agreement.generateSecret();
            if (MessageDigest.isEqual(
                    shared, ZERO)) { // the JDK refuses such points itself, this says that we rely on it
                throw new KeysRefused("a public key of small order");
            }
            return shared;
        } catch (InvalidKeyException smallOrder) {
            throw new KeysRefused("a public key of small order");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has X25519", missing);
        }
    }

    /** The coordinate; its top bit is ignored (RFC 7748, section 5). */
    private static BigInteger u(byte[] raw) {
        byte[] bigEndian = new byte[BYTES];
        for (int index = 0; index < BYTES; index++) {
            bigEndian[index] = raw[BYTES - 1 - index];
        }
        bigEndian[0] &= (byte) ~SIGN_BIT;
        return new BigInteger(1, bigEndian);
    }
}
