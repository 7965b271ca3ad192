package org.beistand.engine.relay.load;

import java.nio.ByteBuffer;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.MessageType;

/**
 * A kind of frame ready to be sent many times: its payload is masked once (RFC 6455 wants clients to mask), only the header
 * and the time stamp of each copy are masked anew. So the generator's own work does not grow with the size of frames.
 */
final class FrameMould {

    /** The payload begins with the nanosecond at which the frame was sent; the receiver takes the latency from it. */
    static final int STAMPED = FrameHeader.BYTES + Long.BYTES;

    private static final int MASK = 0x5AC3_3C96;
    private static final int SMALL = 125;
    private static final int MEDIUM = 65_535;
    private static final int MASKED = 0x80;
    private static final int FINAL_BINARY = 0x82;

    private final MessageType type;
    private final int bytes;
    private final ByteBuffer rest;

    /** @param bytes of the whole frame, header included */
    FrameMould(MessageType type, int bytes) {
        this.type = type;
        this.bytes = bytes;
        this.rest = ByteBuffer.allocateDirect(bytes - STAMPED);
        for (int index = 0; index < rest.capacity(); index++) {
            rest.put(index, (byte) (index * 31 ^ MASK >> 8 * (3 - (index + STAMPED) % 4)));
        }
    }

    int bytes() {
        return bytes;
    }

    /** What follows the head; shared by all copies. */
    ByteBuffer rest() {
        return rest.duplicate();
    }

    /** WebSocket header, mask, masked frame header and stamp of one copy. */
    ByteBuffer head(long sequence, long stampNanos) {
        ByteBuffer head = ByteBuffer.allocate(14 + STAMPED);
        opening(head, bytes, FINAL_BINARY);
        int from = head.position();
        FrameHeader.of(type, sequence, 1).write(head);
        head.putLong(stampNanos);
        mask(head, from);
        return head.flip();
    }

    /** A whole masked message with this content. */
    static ByteBuffer message(int opcode, ByteBuffer content) {
        ByteBuffer message = ByteBuffer.allocate(14 + content.remaining());
        opening(message, content.remaining(), MASKED | opcode);
        int from = message.position();
        message.put(content);
        mask(message, from);
        return message.flip();
    }

    private static void opening(ByteBuffer into, int length, int first) {
        into.put((byte) first);
        if (length <= SMALL) {
            into.put((byte) (MASKED | length));
        } else if (length <= MEDIUM) {
            into.put((byte) (MASKED | 126)).putShort((short) length);
        } else {
            into.put((byte) (MASKED | 127)).putLong(length);
        }
        into.putInt(MASK);
    }

    private static void mask(ByteBuffer buffer, int from) {
        for (int index = from; index < buffer.position(); index++) {
            buffer.put(index, (byte) (buffer.get(index) ^ MASK >> 8 * (3 - (index - from) % 4)));
        }
    }
}
