package org.beistand.engine.relay.door;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whom the relay still takes in. It is open; then, told to drain, it keeps the sessions that it has until they go
 * elsewhere; at last it is closed. There is no way back. Safe for use by many threads.
 */
public final class Opening {

    private enum Phase {
        OPEN,
        DRAINING,
        CLOSED
    }

    private final Predicate<UUID> isHere;
    private Phase phase = Phase.OPEN;
    private boolean elsewhere;

    /** @param isHere whether a session lives at this relay */
    public Opening(Predicate<UUID> isHere) {
        this.isHere = isHere;
    }

    /** No new session from now on; false when that was so already. */
    public synchronized boolean drain() {
        boolean first = phase == Phase.OPEN;
        phase = first ? Phase.DRAINING : phase;
        return first;
    }

    synchronized void close() {
        phase = Phase.CLOSED;
    }

    /** What the helpdesk says: whether another relay takes sessions. */
    public synchronized void elsewhere(boolean isAnotherOpen) {
        elsewhere = isAnotherOpen;
    }

    /** Whether sessions can be sent away with somewhere to go. */
    public synchronized boolean isAnotherOpen() {
        return elsewhere;
    }

    public synchronized boolean isDraining() {
        return phase != Phase.OPEN;
    }

    /**
     * Whether somebody with a grant for this session may come in. While there is no other relay, the helpdesk sends the ends
     * of old sessions only, and some of them may not have been here yet.
     */
    boolean takes(UUID session) {
        Phase now;
        boolean another;
        synchronized (this) {
            now = phase;
            another = elsewhere;
        }
        return switch (now) {
            case OPEN -> true;
            case DRAINING -> !another || isHere.test(session);
            case CLOSED -> false;
        };
    }
}
