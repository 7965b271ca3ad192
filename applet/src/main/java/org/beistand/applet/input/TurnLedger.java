package org.beistand.applet.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far each stream of input has been dealt with, so that input which comes again after a broken connection is applied
 * once and in order. Used by the input thread only.
 */
final class TurnLedger {

    /** Pages of a few technicians, each reloaded a few times; the one unused for longest is forgotten. */
    private static final int MOST_STREAMS = 64;

    private record Stream(String technician, long id) {}

    private final Map<Stream, Long> dealtWith = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Stream, Long> eldest) {
            return size() > MOST_STREAMS;
        }
    };

    /**
     * Whether it is this one's turn; if so, it counts as dealt with from now on. What came before is a repetition, what
     * comes later shows a gap and will be sent again.
     */
    boolean admits(Turn turn) {
        Stream stream = new Stream(turn.technician(), turn.stream());
        long last = Math.max(dealtWith.getOrDefault(stream, 0L), Math.min(turn.settled(), turn.number() - 1));
        boolean next = turn.number() == last + 1;
        dealtWith.put(stream, next ? turn.number() : last);
        return next;
    }

    /** The last number that was dealt with in this one's stream. */
    long last(Turn turn) {
        return dealtWith.getOrDefault(new Stream(turn.technician(), turn.stream()), 0L);
    }
}
