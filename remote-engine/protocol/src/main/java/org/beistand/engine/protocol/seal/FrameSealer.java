package org.beistand.engine.protocol.seal;

import java.nio.ByteBuffer;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/** Seals the frames that one end sends to one other. One thread at a time. */
public final class FrameSealer {

    /** Far below what AES-GCM bears under one key (RFC 8446, section 5.5, for the bytes); a session comes nowhere near. */
    private static final long MOST_FRAMES = 1L << 32;

    private static final long MOST_BYTES = 1L << 38;

    private final FrameCipher cipher;
    private long frames;
    private long bytes;

    FrameSealer(TrafficKeys keys) {
        this.cipher = new FrameCipher(keys);
    }

    /** Whether the connection is to be made anew, and the keys with it, before anything else is sealed. */
    public boolean isSpent() {
        return frames >= MOST_FRAMES || bytes >= MOST_BYTES;
    }

    /**
     * The frame's bytes in a new buffer, ready to be sent. The payload's position is left unchanged.
     *
     * @param header not sealed yet; its sequence must never have been used on this channel with this sealer
     */
    public ByteBuffer seal(FrameHeader header, ByteBuffer payload) {
        if (isSpent()) {
            throw new IllegalStateException("the keys have been used enough");
        }
        FrameHeader sealed = new FrameHeader(
                header.type(),
                header.flags() | FrameHeader.SEALED,
                header.participant(),
                FrameCipher.KEY_EPOCH,
                header.sequence(),
                header.timeMicros());
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + payload.remaining() + Limits.SEAL_BYTES);
        sealed.write(frame);
        cipher.seal(sealed, payload.duplicate(), frame);
        frames++;
        bytes += frame.capacity();
        return frame.flip();
    }
}
