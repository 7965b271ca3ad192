package org.beistand.engine.relay.door;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.beistand.engine.relay.session.Parcel;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * What waits for one receiver, and its sending: one chunk at a time, so that progress can be seen while a large frame
 * crosses a thin line. Safe for use by many threads; never blocks.
 *
 * <p>Its memory is at most the high water plus one frame from each sender (a sender with a frame on its way is not read
 * further until that frame has been accepted here) plus the relay's own few control frames.
 */
final class Outbound {

    /** Bytes handed to the socket at once; the least that a receiver must take within the stall time. */
    static final int CHUNK = 64 << 10;

    private final Session session;
    private final BufferBudget budget;
    private final Deque<Leaving> queue = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Pump pump = new Pump();
    private final Runnable failed;
    private long queuedBytes;
    private boolean withinFrame;
    private boolean closed;
    private long progressNanos = System.nanoTime();
    private long congestedNanos;

    /**
     * @param failed told once when the socket no longer takes anything
     */
    Outbound(Session session, BufferBudget budget, Runnable failed) {
        this.session = session;
        this.budget = budget;
        this.failed = failed;
    }

    /** A frame and how far it is; the view is this receiver's own. */
    private record Leaving(Parcel parcel, ByteBuffer bytes) {}

    void add(Parcel frame) {
        int size = frame.size();
        synchronized (this) {
            if (!closed) {
                if (queue.isEmpty()) {
                    progressNanos = System.nanoTime();
                }
                queue.add(new Leaving(frame, frame.bytes()));
                queuedBytes += size;
                budget.queued(size);
                return;
            }
        }
        frame.release();
    }

    void flush() {
        pump.iterate();
    }

    synchronized boolean isCongested() {
        return !closed && queuedBytes >= budget.highWater();
    }

    void whenDrained(Runnable continuation) {
        synchronized (this) {
            if (isCongested()) {
                if (waiting.isEmpty()) {
                    congestedNanos = System.nanoTime();
                }
                waiting.add(continuation);
                return;
            }
        }
        continuation.run();
    }

    /**
     * Drops what waits and takes nothing more.
     *
     * @return whether the wire is between two messages, so that a last word may still be said
     */
    boolean close() {
        long dropped;
        boolean between;
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            dropped = queuedBytes;
            queuedBytes = 0;
            between = !withinFrame;
            dropped(queue);
        }
        budget.sent(dropped);
        runWaiting();
        return between;
    }

    /** The first may still be read by the socket, which does not say when it has given up: it is left to the collector. */
    private static void dropped(Deque<Leaving> queue) {
        queue.poll();
        queue.forEach(leaving -> leaving.parcel().release());
        queue.clear();
    }

    /** Nanoseconds since something waits here without any progress; 0 while nothing waits. */
    synchronized long stalledNanos(long now) {
        return queue.isEmpty() ? 0 : now - progressNanos;
    }

    /** Nanoseconds for which senders have been waiting for this receiver; 0 while none does. */
    synchronized long congestedNanos(long now) {
        return waiting.isEmpty() ? 0 : now - congestedNanos;
    }

    private void runWaiting() {
        List<Runnable> ready;
        synchronized (this) {
            if (waiting.isEmpty() || !closed && queuedBytes > budget.highWater() / 2) {
                return;
            }
            ready = List.copyOf(waiting);
            waiting.clear();
        }
        ready.forEach(Runnable::run);
    }

    /** Sends chunk after chunk; its callbacks may come on any thread, never two at a time. */
    private final class Pump extends IteratingCallback {

        private int inFlight;

        @Override
        protected Action process() {
            ByteBuffer chunk;
            boolean last;
            synchronized (Outbound.this) {
                Leaving leaving = queue.peek();
                if (leaving == null || closed) {
                    return Action.IDLE;
                }
                ByteBuffer frame = leaving.bytes();
                inFlight = Math.min(CHUNK, frame.remaining());
                chunk = frame.slice(frame.position(), inFlight);
                last = inFlight == frame.remaining();
                withinFrame = !last;
            }
            session.sendPartialBinary(chunk, last, Callback.from(this::succeeded, this::failed));
            return Action.SCHEDULED;
        }

        @Override
        protected void onSuccess() {
            synchronized (Outbound.this) {
                progressNanos = System.nanoTime();
                Leaving leaving = queue.peek();
                if (leaving == null || closed) {
                    return;
                }
                ByteBuffer frame = leaving.bytes();
                frame.position(frame.position() + inFlight);
                queuedBytes -= inFlight;
                if (!frame.hasRemaining()) {
                    queue.remove().parcel().release();
                }
            }
            budget.sent(inFlight);
            runWaiting();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            failed.run();
        }
    }
}
