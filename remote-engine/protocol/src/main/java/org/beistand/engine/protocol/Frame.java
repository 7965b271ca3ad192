package org.beistand.engine.protocol;

import com.google.protobuf.MessageLite;
import java.nio.ByteBuffer;

/**
 * One WebSocket binary message: a header and a payload.
 *
 * @param header who says what
 * @param payload its bytes, position to limit; a view of the parsed buffer, not a copy
 */
public record Frame(FrameHeader header, ByteBuffer payload) {

    /**
     * Takes a whole message apart without copying.
     *
     * @param message position to limit; left unchanged
     * @param maxBytes most bytes accepted, one of {@link Limits}
     * @throws FrameRefused TOO_LARGE, PROTOCOL_ERROR or VERSION_UNSUPPORTED; nothing else
     */
    public static Frame parse(ByteBuffer message, int maxBytes) {
        if (message.remaining() > maxBytes) {
            throw new FrameRefused(Status.TOO_LARGE, "frame of " + message.remaining() + " bytes");
        }
        ByteBuffer view = message.duplicate();
        FrameHeader header = FrameHeader.read(view);
        int most = switch (header.channel()) {
            case CONTROL -> Limits.CONTROL_PAYLOAD_BYTES;
            case KEYS -> Limits.KEYS_PAYLOAD_BYTES;
            default -> maxBytes;
        };
        if (view.remaining() > most) {
            throw new FrameRefused(
                    Status.TOO_LARGE, "payload of " + view.remaining() + " bytes on channel " + header.channel());
        }
        return new Frame(header, view.slice());
    }

    /** A frame that carries this message; the header's type must be the message's. */
    public static Frame of(FrameHeader header, MessageLite message) {
        return new Frame(header, ByteBuffer.wrap(message.toByteArray()));
    }

    /** The frame's bytes in a new buffer, ready to be sent. The payload's position is left unchanged. */
    public ByteBuffer toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES + payload.remaining());
        header.write(bytes);
        return bytes.put(payload.duplicate()).flip();
    }
}
