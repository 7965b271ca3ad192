package org.beistand.applet.encode;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much one viewer's path takes. Pictures travel behind each other on one reliable connection, so whatever is sent too
 * early makes everything after it late, an answer to a key first of all. What counts is therefore the shortest round trip
 * seen (from sending a picture to "shown") and the rate at which pictures were shown while the path was kept busy. Times
 * are nanoseconds of any one clock. One thread at a time.
 */
final class Pace {

    /** What may wait in the path beyond what is travelling: half of what a person notices. */
    private static final long QUEUE = 50_000_000;

    /** Before anything is known: a text screen in three steps, a quarter of a second on a slow mobile path. */
    private static final long FIRST_BYTES = 32 << 10;

    private static final long LEAST_BYTES = 4 << 10;

    /** A receiver buffers no more than this of one picture. */
    private static final long MOST_BYTES = 1 << 20;

    /** One picture on its way while the next is painted; on long paths one more for each of these. */
    private static final int LEAST_UNSHOWN = 2;

    private static final long FOR_EACH_MORE = 25_000_000;
    private static final int MOST_UNSHOWN = 10;

    /** How fast the rate falls when a busy path shows less. */
    private static final double FALL = 0.25;

    /** The shortest round trip is forgotten after one to two of these: paths change. */
    private static final long MEMORY = 10_000_000_000L;

    /** So many in a row are sent without asking: a viewer that falls behind is noticed at the next. */
    private static final int MOST_QUIET = 3;

    /** What is larger says something of the path's rate, and fills it. */
    private static final long QUIET_BYTES = 1 << 10;

    private static final double NANOS = 1e9;

    /** The rate is believed to be so many times what the whole trip says at most, however short the rest of it seems. */
    private static final int MOST_TIMES = 4;

    /** @param alone whether nothing else was under way: its time is then the path's shortest and what its bytes took */
    private record Sent(long number, long bytes, long at, long shownThen, boolean busy, boolean alone) {}

    private final Deque<Sent> unshown = new ArrayDeque<>();
    private long inFlight;
    private long shownBytes;
    private double rate;
    private long shortest = Long.MAX_VALUE;
    private long shortestLately = Long.MAX_VALUE;
    private long forgetAt;
    private long lastSent;
    private long lastTook = Long.MAX_VALUE;
    private int quiet;

    /** Whether the next picture would not wait on its way. */
    boolean isOpen() {
        return unshown.size() < mostUnshown() && inFlight < window();
    }

    /** Whether nothing is on its way. */
    boolean isIdle() {
        return unshown.isEmpty();
    }

    /** Bytes that the next picture should have at most. */
    long budget() {
        long share = rate == 0 ? FIRST_BYTES : (long) (rate * QUEUE / NANOS);
        return Math.clamp(Math.min(window() - inFlight, share), LEAST_BYTES, MOST_BYTES);
    }

    private int mostUnshown() {
        return rate == 0 ? LEAST_UNSHOWN : (int) Math.min(MOST_UNSHOWN, LEAST_UNSHOWN + shortest / FOR_EACH_MORE);
    }

    private long window() {
        return rate == 0 ? FIRST_BYTES : Math.max(FIRST_BYTES / 2, (long) (rate * (shortest + QUEUE) / NANOS));
    }

    /**
     * Whether a picture tells nothing when the viewer says that it was shown: it is small, and by what the last one took,
     * each before it has been shown by now.
     */
    boolean mayBeQuiet(long bytes, long now) {
        return unshown.isEmpty() && bytes <= QUIET_BYTES && quiet < MOST_QUIET && now - lastSent >= lastTook;
    }

    void sentQuietly(long now) {
        lastSent = now;
        quiet++;
    }

    /** @param busy whether there was more to send than the budget: only then does the time say something of the rate */
    void sent(long number, long bytes, boolean busy, long now) {
        unshown.add(new Sent(number, bytes, now, shownBytes, busy, unshown.isEmpty()));
        inFlight += bytes;
        lastSent = now;
        quiet = 0;
    }

    /** The viewer has painted this picture and all before it. */
    void shown(long number, long now) {
        while (!unshown.isEmpty() && unshown.element().number() <= number) {
            Sent sent = unshown.remove();
            inFlight -= sent.bytes();
            shownBytes += sent.bytes();
            lastTook = Math.max(1, now - sent.at());
            learn(sent, lastTook, now);
        }
    }

    private void learn(Sent sent, long took, long now) {
        if (now - forgetAt >= 0) {
            shortest = shortestLately;
            shortestLately = Long.MAX_VALUE;
            forgetAt = now + MEMORY;
        }
        shortestLately = Math.min(shortestLately, took);
        shortest = Math.min(shortest, took);
        long carrying = sent.alone() ? Math.max(took - shortest, took / MOST_TIMES) : took;
        double seen = (shownBytes - sent.shownThen()) * NANOS / carrying;
        if (seen > rate) {
            rate = seen;
        } else if (sent.busy()) {
            rate += FALL * (seen - rate);
        }
    }

    /** What was under way does not come any more: the viewer starts afresh. */
    void restart() {
        unshown.clear();
        inFlight = 0;
    }
}
