package org.beistand.engine.protocol.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/** AES-256-GCM over frames in one direction: nonce and additional data follow from the header. One thread at a time. */
final class FrameCipher {

    /** Of a sealed frame, as long as keys are agreed on once for a connection. */
    static final int KEY_EPOCH = 1;

    private static final int NONCE_BYTES = 12;

    private final TrafficKeys keys;
    private final Cipher cipher;
    private final byte[] nonce = new byte[NONCE_BYTES];
    private final ByteBuffer additional = ByteBuffer.allocate(FrameHeader.BYTES);

    FrameCipher(TrafficKeys keys) {
        this.keys = keys;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has AES-GCM", missing);
        }
    }

    /** Seals the payload into the target, which has room for 16 bytes more. Positions move behind what was taken and put. */
    void seal(FrameHeader header, ByteBuffer payload, ByteBuffer target) {
        try {
            start(Cipher.ENCRYPT_MODE, header, keys.of(header.type()).orElseThrow());
            cipher.doFinal(payload, target);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM seals any frame once", impossible);
        }
    }

    /** The payload, in the place of its ciphertext. @return false when the frame is not what was sealed */
    boolean open(FrameHeader header, ByteBuffer sealed) {
        Optional<byte[]> key = keys.of(header.type());
        if (key.isEmpty()) {
            return false;
        }
        try {
            start(Cipher.DECRYPT_MODE, header, key.get());
            cipher.doFinal(sealed.duplicate(), sealed);
            sealed.flip();
            return true;
        } catch (AEADBadTagException wrong) {
            return false;
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("plaintext is shorter than its ciphertext", impossible);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM opens or refuses", impossible);
        }
    }

    private void start(int mode, FrameHeader header, byte[] key) throws GeneralSecurityException {
        nonce[0] = keys.direction().number();
        nonce[1] = (byte) header.channel().number();
        nonce[2] = (byte) (header.keyEpoch() >> 8);
        nonce[3] = (byte) header.keyEpoch();
        for (int index = 0; index < Long.BYTES; index++) {
            nonce[4 + index] = (byte) (header.sequence() >> (56 - 8 * index));
        }
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * Limits.SEAL_BYTES, nonce));
        header.withParticipant(FrameHeader.EVERYBODY).write(additional.clear());
        cipher.updateAAD(additional.flip());
    }
}
