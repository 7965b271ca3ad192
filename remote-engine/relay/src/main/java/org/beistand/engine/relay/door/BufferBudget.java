package org.beistand.engine.relay.door;

import java.util.concurrent.atomic.LongAdder;

/**
 * How much may wait towards slow receivers: {@link #HIGH_WATER} each, and less for everybody once the whole relay holds a
 * third of its heap, so that many slow receivers cannot do together what one cannot.
 *
 * <p>With {@code H} = {@link #HIGH_WATER}, {@code A} = an applet's largest frame, {@code T} = a technician's, and {@code n}
 * technicians, a session holds at most
 * <pre>
 *   n (H + A)      towards technicians: the high water, and the applet's one frame beyond it
 * + H + n T        towards the applet: the high water, and one frame of each technician beyond it
 * + 2 (A + n T)    one message of each end being read, and its copy
 * </pre>
 * whatever the peers do: 6 MiB with one technician, 31 MiB with the most ({@code n} = 8).
 */
public final class BufferBudget {

    /** Bytes at which a receiver counts as congested: two pictures of an ordinary screen. */
    public static final int HIGH_WATER = 2 << 20;

    /** The same while the relay as a whole is short of memory: a sender then has one frame on its way. */
    static final int SCARCE_HIGH_WATER = 64 << 10;

    private final LongAdder queued = new LongAdder();
    private final long plenty;

    BufferBudget(long plenty) {
        this.plenty = plenty;
    }

    /** A budget for this process's heap. */
    public static BufferBudget ofHeap() {
        return new BufferBudget(Runtime.getRuntime().maxMemory() / 3);
    }

    /** Bytes that may wait in the whole relay before everybody gets less. */
    long plenty() {
        return plenty;
    }

    void queued(long bytes) {
        queued.add(bytes);
    }

    void sent(long bytes) {
        queued.add(-bytes);
    }

    int highWater() {
        return queued.sum() > plenty ? SCARCE_HIGH_WATER : HIGH_WATER;
    }

    /** Bytes that wait in the whole relay. */
    public long queuedBytes() {
        return queued.sum();
    }
}
