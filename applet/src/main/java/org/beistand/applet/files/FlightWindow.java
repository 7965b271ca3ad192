package org.beistand.applet.files;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.beistand.engine.protocol.Limits;

/**
 * How much of a file may be under way: as much as the path takes without making anything else wait. Each confirmation that
 * comes about as fast as the fastest one yet allows a piece more, each that has stood in a queue one less
 * (docs/protocol.md, "Files"; the idea is LEDBAT's, RFC 6817). Used by one thread.
 */
final class FlightWindow {

    static final int LEAST_PIECES = 2;
    static final int MOST_PIECES = Limits.FILE_BYTES_UNDER_WAY / Limits.FILE_PIECE_BYTES;

    /** What a key press may wait for a file. */
    private static final long QUEUE_NANOS = Duration.ofMillis(50).toNanos();

    /** @param end bytes of the file up to and with this piece */
    private record Piece(long end, long sentNanos) {}

    private final Deque<Piece> underWay = new ArrayDeque<>();
    private int pieces = LEAST_PIECES;
    private long fastestNanos = Long.MAX_VALUE;

    boolean hasRoom() {
        return underWay.size() < pieces;
    }

    /** @param nanos the clock's */
    void sent(long end, long nanos) {
        underWay.addLast(new Piece(end, nanos));
    }

    /** The other end has everything up to there: one word, however many pieces it is about. */
    void confirmed(long bytes, long nanos) {
        long took = -1;
        while (!underWay.isEmpty() && underWay.getFirst().end() <= bytes) {
            took = nanos - underWay.removeFirst().sentNanos();
        }
        if (took >= 0) {
            fastestNanos = Math.min(fastestNanos, took);
            boolean queued = took > fastestNanos + QUEUE_NANOS;
            pieces = Math.clamp(queued ? pieces - 1L : pieces + 1L, LEAST_PIECES, MOST_PIECES);
        }
    }

    /** What was under way is lost; the path is another one. */
    void again() {
        underWay.clear();
        pieces = LEAST_PIECES;
        fastestNanos = Long.MAX_VALUE;
    }
}
