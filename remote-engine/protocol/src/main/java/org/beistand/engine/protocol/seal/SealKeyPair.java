package org.beistand.engine.protocol.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.XECPublicKey;

/**
 * An X25519 key pair of one end. The applet makes one for the life of its process, so that the security words outlive a
 * broken connection; it is never written anywhere.
 */
public final class SealKeyPair {

    private final PrivateKey secret;
    private final byte[] publicKey;

    private SealKeyPair(PrivateKey secret, byte[] publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** A new pair from the JDK's secure random numbers. */
    public static SealKeyPair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(X25519.NAME).generateKeyPair();
            return new SealKeyPair(pair.getPrivate(), X25519.raw((XECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has X25519", missing);
        }
    }

    /** A pair that is known already, as in a vector file. @param secret 32 bytes @param publicKey 32 bytes */
    public static SealKeyPair of(byte[] secret, byte[] publicKey) {
        return new SealKeyPair(X25519.secret(secret), publicKey.clone());
    }

    /** 32 bytes, little-endian as in RFC 7748; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /**
     * The Diffie-Hellman value with a peer's key, 32 bytes.
     *
     * @throws KeysRefused for a key of another length, or one whose value would be zero
     */
    byte[] agree(byte[] peer) {
        return X25519.agree(secret, peer);
    }
}
