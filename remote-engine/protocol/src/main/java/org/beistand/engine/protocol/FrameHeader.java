package org.beistand.engine.protocol;

import java.nio.ByteBuffer;

/**
 * The first 24 bytes of every frame (docs/protocol.md).
 *
 * @param type channel and type together
 * @param flags any of {@link #SEALED}, {@link #LAST}, {@link #FULL}
 * @param participant recipient or sender, 0 to 65535, see docs/protocol.md
 * @param keyEpoch 1 in a sealed frame, else 0; 0 to 65535
 * @param sequence per sender and channel, 1 to {@link Limits#SEQUENCE}
 * @param timeMicros the sender's clock, microseconds since 1970-01-01T00:00Z, never negative
 */
public record FrameHeader(MessageType type, int flags, int participant, int keyEpoch, long sequence, long timeMicros) {

    /** Bytes of a header. */
    public static final int BYTES = 24;

    /** Flag: the payload is ciphertext. */
    public static final int SEALED = 1;

    /** Flag: last frame of a picture. */
    public static final int LAST = 2;

    /** Flag: first frame of a picture that needs no earlier one. */
    public static final int FULL = 4;

    /** Participant number that addresses every technician (applet) or the applet (technician). */
    public static final int EVERYBODY = 0;

    /** Offset of the participant number: the relay stamps it in place. */
    public static final int PARTICIPANT_OFFSET = 4;

    private static final int KNOWN_FLAGS = SEALED | LAST | FULL;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    public FrameHeader {
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw new IllegalArgumentException("unknown flags " + flags);
        }
        if (participant < 0 || participant > UNSIGNED_SHORT || keyEpoch < 0 || keyEpoch > UNSIGNED_SHORT) {
            throw new IllegalArgumentException("participant and key epoch are unsigned 16-bit numbers");
        }
        if (sequence < 1 || sequence > Limits.SEQUENCE) {
            throw new IllegalArgumentException("sequence " + sequence + " is not in 1.." + Limits.SEQUENCE);
        }
        if (timeMicros < 0 || timeMicros > Limits.SEQUENCE) {
            throw new IllegalArgumentException("time " + timeMicros + " is not in 0.." + Limits.SEQUENCE);
        }
    }

    /** A header without flags to everybody; sequence and time still say which and when. */
    public static FrameHeader of(MessageType type, long sequence, long timeMicros) {
        return new FrameHeader(type, 0, EVERYBODY, 0, sequence, timeMicros);
    }

    public Channel channel() {
        return type.channel();
    }

    /** Whether this flag (one of the constants) is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The same header, from or for another participant. */
    public FrameHeader withParticipant(int other) {
        return new FrameHeader(type, flags, other, keyEpoch, sequence, timeMicros);
    }

    /**
     * Reads the header at the buffer's position and moves the position behind it.
     *
     * @throws FrameRefused PROTOCOL_ERROR, or VERSION_UNSUPPORTED for another frame version
     */
    public static FrameHeader read(ByteBuffer buffer) {
        if (buffer.remaining() < BYTES) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "frame of " + buffer.remaining() + " bytes has no header");
        }
        int start = buffer.position();
        int version = Byte.toUnsignedInt(buffer.get(start));
        if (version != Limits.VERSION) {
            throw new FrameRefused(Status.VERSION_UNSUPPORTED, "frame version " + version);
        }
        MessageType type = type(Byte.toUnsignedInt(buffer.get(start + 1)), Byte.toUnsignedInt(buffer.get(start + 2)));
        int flags = Byte.toUnsignedInt(buffer.get(start + 3));
        long sequence = bigEndian(buffer, start + 8);
        long time = bigEndian(buffer, start + 16);
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "unknown flags " + flags);
        }
        if (sequence < 1 || sequence > Limits.SEQUENCE) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "sequence out of range");
        }
        if (time < 0 || time > Limits.SEQUENCE) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "time out of range");
        }
        int participant = unsignedShort(buffer, start + PARTICIPANT_OFFSET);
        int keyEpoch = unsignedShort(buffer, start + PARTICIPANT_OFFSET + 2);
        buffer.position(start + BYTES);
        return new FrameHeader(type, flags, participant, keyEpoch, sequence, time);
    }

    /** Writes the 24 bytes at the buffer's position, whatever the buffer's byte order. */
    public void write(ByteBuffer buffer) {
        buffer.put((byte) Limits.VERSION)
                .put((byte) type.channel().number())
                .put((byte) type.number())
                .put((byte) flags)
                .put((byte) (participant >> 8))
                .put((byte) participant)
                .put((byte) (keyEpoch >> 8))
                .put((byte) keyEpoch);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer.put((byte) (sequence >> shift));
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer.put((byte) (timeMicros >> shift));
        }
    }

    private static MessageType type(int channel, int number) {
        return Channel.ofNumber(channel)
                .flatMap(known -> MessageType.of(known, number))
                .orElseThrow(() ->
                        new FrameRefused(Status.PROTOCOL_ERROR, "unknown message type " + channel + "/" + number));
    }

    private static int unsignedShort(ByteBuffer buffer, int offset) {
        return Byte.toUnsignedInt(buffer.get(offset)) << 8 | Byte.toUnsignedInt(buffer.get(offset + 1));
    }

    private static long bigEndian(ByteBuffer buffer, int offset) {
        long value = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            value = value << 8 | Byte.toUnsignedInt(buffer.get(offset + index));
        }
        return value;
    }
}
