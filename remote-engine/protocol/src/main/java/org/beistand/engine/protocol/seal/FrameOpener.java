package org.beistand.engine.protocol.seal;

import java.nio.ByteBuffer;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;

/** Opens the frames that one other end sends, each once and in order. One thread at a time. */
public final class FrameOpener {

    private final FrameCipher cipher;
    private final long[] lastSequence = new long[Channel.values().length];

    FrameOpener(TrafficKeys keys) {
        this.cipher = new FrameCipher(keys);
    }

    /** Whether frames on this channel are sealed at all. */
    public static boolean isSealed(Channel channel) {
        return channel != Channel.CONTROL && channel != Channel.KEYS;
    }

    /**
     * The frame as it was before it was sealed. The sealed one's payload is overwritten.
     *
     * @throws FrameRefused PROTOCOL_ERROR when it is not sealed, was changed, or comes again or too late
     */
    public Frame open(Frame sealed) {
        FrameHeader header = sealed.header();
        if (!header.has(FrameHeader.SEALED) || header.keyEpoch() != FrameCipher.KEY_EPOCH) {
            throw refused("an unsealed frame", header);
        }
        if (header.sequence() <= lastSequence[header.channel().number()]) {
            throw refused("a repeated or late frame", header);
        }
        ByteBuffer payload = sealed.payload().slice();
        if (payload.remaining() < Limits.SEAL_BYTES || !cipher.open(header, payload)) {
            throw refused("a frame that was not sealed with these keys", header);
        }
        lastSequence[header.channel().number()] = header.sequence();
        FrameHeader open = new FrameHeader(
                header.type(),
                header.flags() & ~FrameHeader.SEALED,
                header.participant(),
                0,
                header.sequence(),
                header.timeMicros());
        return new Frame(open, payload);
    }

    private static FrameRefused refused(String what, FrameHeader header) {
        return new FrameRefused(Status.PROTOCOL_ERROR, what + " of type " + header.type());
    }
}
