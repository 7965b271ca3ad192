package org.beistand.engine.relay.load;

import java.util.Arrays;

/** Durations in nanoseconds, as many as fit; medians and other ranks of them. */
final class Latencies {

    private final long[] nanos = new long[2_000_000];
    private int count;

    void add(long duration) {
        if (count < nanos.length) {
            nanos[count++] = duration;
        }
    }

    int count() {
        return count;
    }

    /** @param rank from 0 to 1 @return milliseconds; 0 when there is nothing */
    double millis(double rank) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, (long) (rank * count))] / 1e6;
    }

    void clear() {
        count = 0;
    }
}
