package org.beistand.engine.protocol.seal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-GCM, in the modes base and auth: one direction's
 * context. One thread at a time.
 */
final class Hpke {

    /** RFC 9180, section 7.3. Frames use 256 bits; 128 is what the RFC prints vectors for. */
    enum Aead {
        AES_128_GCM(1, 16),
        AES_256_GCM(2, 32);

        private final int id;
        private final int keyBytes;

        Aead(int id, int keyBytes) {
            this.id = id;
            this.keyBytes = keyBytes;
        }
    }

    /** What the sender has after its half: the bytes for the other end, and the context. */
    record Sent(byte[] encapsulation, Hpke context) {}

    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final byte[] NOTHING = {};
    private static final byte MODE_BASE = 0;
    private static final byte MODE_AUTH = 2;
    private static final Hkdf KEM = new Hkdf(Hkdf.join(Hkdf.ascii("KEM"), new byte[] {0, 0x20}));

    private final Hkdf kdf;
    private final SecretKeySpec key;
    private final byte[] baseNonce;
    private final byte[] exporterSecret;
    private long sequence;

    private Hpke(Aead aead, byte mode, byte[] sharedSecret, byte[] info) {
        kdf = new Hkdf(Hkdf.join(Hkdf.ascii("HPKE"), new byte[] {0, 0x20, 0, 1, 0, (byte) aead.id}));
        byte[] context = Hkdf.join(
                new byte[] {mode},
                kdf.extract(NOTHING, "psk_id_hash", NOTHING),
                kdf.extract(NOTHING, "info_hash", info));
        byte[] secret = kdf.extract(sharedSecret, "secret", NOTHING);
        key = new SecretKeySpec(kdf.expand(secret, "key", context, aead.keyBytes), "AES");
        baseNonce = kdf.expand(secret, "base_nonce", context, NONCE_BYTES);
        exporterSecret = kdf.expand(secret, "exp", context, Hkdf.HASH_BYTES);
    }

    /**
     * SetupBaseS, or SetupAuthS with a sender.
     *
     * @param ephemeral used once
     * @throws KeysRefused for a recipient's key that is none
     */
    static Sent sender(Aead aead, SealKeyPair ephemeral, byte[] recipient, byte[] info, Optional<SealKeyPair> sender) {
        byte[] encapsulation = ephemeral.publicKey();
        byte[] shared = ephemeral.agree(recipient);
        byte[] kemContext = Hkdf.join(encapsulation, recipient);
        if (sender.isPresent()) {
            shared = Hkdf.join(shared, sender.get().agree(recipient));
            kemContext = Hkdf.join(kemContext, sender.get().publicKey());
        }
        byte mode = sender.isPresent() ? MODE_AUTH : MODE_BASE;
        return new Sent(encapsulation, new Hpke(aead, mode, extractAndExpand(shared, kemContext), info));
    }

    /**
     * SetupBaseR, or SetupAuthR with a sender's key.
     *
     * @throws KeysRefused for an encapsulation or a sender's key that is none
     */
    static Hpke receiver(Aead aead, byte[] encapsulation, SealKeyPair own, byte[] info, Optional<byte[]> sender) {
        byte[] shared = own.agree(encapsulation);
        byte[] kemContext = Hkdf.join(encapsulation, own.publicKey());
        if (sender.isPresent()) {
            shared = Hkdf.join(shared, own.agree(sender.get()));
            kemContext = Hkdf.join(kemContext, sender.get());
        }
        byte mode = sender.isPresent() ? MODE_AUTH : MODE_BASE;
        return new Hpke(aead, mode, extractAndExpand(shared, kemContext), info);
    }

    private static byte[] extractAndExpand(byte[] shared, byte[] kemContext) {
        byte[] key = KEM.extract(NOTHING, "eae_prk", shared);
        return KEM.expand(key, "shared_secret", kemContext, Hkdf.HASH_BYTES);
    }

    /** The next message, sealed; 16 bytes longer. */
    byte[] seal(byte[] additional, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, additional).doFinal(plaintext);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM seals anything", impossible);
        }
    }

    /** The next message. @throws KeysRefused when it was not sealed with this context, or not next */
    byte[] open(byte[] additional, byte[] ciphertext) {
        if (ciphertext.length < TAG_BYTES) {
            throw new KeysRefused("a sealed message of " + ciphertext.length + " bytes");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, additional).doFinal(ciphertext);
        } catch (AEADBadTagException wrong) {
            throw new KeysRefused("a wrong tag");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM opens or refuses", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] additional) throws GeneralSecurityException {
        byte[] nonce = baseNonce.clone();
        for (int index = 0; index < Long.BYTES; index++) {
            nonce[NONCE_BYTES - 1 - index] ^= (byte) (sequence >> (8 * index));
        }
        sequence++;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(additional);
        return cipher;
    }

    /** A secret that both ends can name. */
    byte[] export(String context, int length) {
        return export(Hkdf.ascii(context), length);
    }

    byte[] export(byte[] context, int length) {
        return kdf.expand(exporterSecret, "sec", context, length);
    }
}
