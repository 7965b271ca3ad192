package org.beistand.engine.relay.session;

import java.nio.ByteBuffer;
import java.util.List;
import org.beistand.engine.protocol.Status;

/**
 * One end as a session sees it: something that takes frames. Calls may come from any thread, also at the same time. None
 * of them blocks, none throws, and after {@link #close} all of them are without effect.
 */
public interface Peer {

    /**
     * Takes a frame behind those taken before, and one of its holds. Nothing is sent before {@link #flush}, so this may be
     * called under locks.
     */
    void add(Parcel frame);

    /** Takes a frame of the relay itself. */
    default void add(ByteBuffer frame) {
        add(Parcel.of(frame));
    }

    /** Sends what was added. Never to be called under a session's lock: it may run other ends' continuations. */
    void flush();

    /** Whether so much waits here that whoever produces it should pause. */
    boolean congested();

    /**
     * Runs the continuation exactly once: when less waits here than {@link #congested} would complain about, or when the
     * peer is closed; at once if that is so already. It runs on the thread that drained the peer and must not block.
     */
    void whenDrained(Runnable continuation);

    /**
     * Drops what waits, says these last frames if the wire is between two messages, and closes with the status's code.
     * Only the first call counts.
     */
    void close(Status status, String detail, List<ByteBuffer> lastFrames);
}
