package org.beistand.engine.protocol.recording;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Role;

/**
 * One frame on a tape.
 *
 * @param timeMicros when the relay forwarded it, microseconds since 1970
 * @param sender applet or technician
 * @param frame the whole frame as it was forwarded, sealed
 */
public record TapeEntry(long timeMicros, Role sender, ByteBuffer frame) {

    /** Before the frame: u64 time, u8 direction, u32 length. */
    public static final int HEAD_BYTES = Long.BYTES + 1 + Integer.BYTES;

    private static final byte END = 0;
    private static final byte APPLET = 1;
    private static final byte TECHNICIAN = 2;

    /** Where a tape makes no sense. */
    public static final class Torn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Torn(String message) {
            super(message);
        }
    }

    /** What stands before a frame of this length. */
    public static ByteBuffer head(long timeMicros, Role sender, int length) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putLong(timeMicros)
                .put(sender == Role.APPLET ? APPLET : TECHNICIAN)
                .putInt(length)
                .flip();
    }

    /** What stands at the end of a tape that nothing cut short: without it there may have been more. */
    public static ByteBuffer end(long timeMicros) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putLong(timeMicros)
                .put(END)
                .putInt(0)
                .flip();
    }

    /**
     * The next entry; empty at the tape's end, also when its last entry is not whole (the relay died).
     *
     * @param tape its position moves behind the entry; the entry's frame is a part of it
     * @throws Torn where nothing that a relay writes can stand
     */
    public static Optional<TapeEntry> next(ByteBuffer tape) {
        if (tape.remaining() < HEAD_BYTES) {
            return Optional.empty();
        }
        int start = tape.position();
        long time = tape.getLong();
        byte direction = tape.get();
        int length = tape.getInt();
        if (direction == END && length == 0) {
            return Optional.empty();
        }
        if (time < 0 || direction != APPLET && direction != TECHNICIAN || length < 0 || length > Limits.FRAME_BYTES) {
            throw new Torn("no entry at byte " + start);
        }
        if (tape.remaining() < length) {
            return Optional.empty();
        }
        ByteBuffer frame = tape.slice(tape.position(), length);
        tape.position(tape.position() + length);
        return Optional.of(new TapeEntry(time, direction == APPLET ? Role.APPLET : Role.TECHNICIAN, frame));
    }
}
