package org.beistand.engine.relay.door;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buffers for large frames, kept for the next ones: outside of the heap, so that the socket takes them as they are, and
 * neither cleared nor collected for each frame. Small frames are not worth it: a young object costs less than a shared
 * queue. Safe for use by many threads.
 */
final class BufferPool {

    /** From this many bytes on a frame gets a buffer of the pool. */
    static final int SMALLEST = 16 << 10;

    private final List<Queue<ByteBuffer>> bySize = new ArrayList<>();
    private final AtomicLong kept = new AtomicLong();
    private final long most;

    /** @param most bytes that wait here for frames at most; beyond them buffers are given up */
    BufferPool(long most) {
        this.most = most;
        for (int shift = 0; shift < Integer.SIZE; shift++) {
            bySize.add(new ConcurrentLinkedQueue<>());
        }
    }

    /** A buffer with room for at least this many bytes, empty. */
    ByteBuffer take(int bytes) {
        if (bytes < SMALLEST) {
            return ByteBuffer.allocate(bytes);
        }
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1);
        ByteBuffer used = bySize.get(shift).poll();
        if (used == null) {
            return ByteBuffer.allocateDirect(1 << shift);
        }
        kept.addAndGet(-used.capacity());
        return used.clear();
    }

    /** Nobody looks at it any more. */
    void giveBack(ByteBuffer buffer) {
        if (buffer.isDirect() && kept.addAndGet(buffer.capacity()) <= most) {
            bySize.get(Integer.numberOfTrailingZeros(buffer.capacity())).add(buffer);
        } else if (buffer.isDirect()) {
            kept.addAndGet(-buffer.capacity());
        }
    }
}
