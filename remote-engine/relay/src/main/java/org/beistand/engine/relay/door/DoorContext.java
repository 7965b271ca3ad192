package org.beistand.engine.relay.door;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.admission.Throttle;
import org.beistand.engine.relay.meter.Meters;
import org.beistand.engine.relay.session.Sessions;

/**
 * What every connection shares.
 *
 * @param capacity connections held at most
 * @param connections the open ones
 * @param draining set once, when the relay is about to stop
 */
public record DoorContext(
        Admission admission,
        Sessions sessions,
        Throttle throttle,
        Meters meters,
        BufferBudget budget,
        int capacity,
        Clock clock,
        Set<Connection> connections,
        AtomicBoolean draining) {

    /** With no connection yet, not draining. */
    public DoorContext(
            Admission admission,
            Sessions sessions,
            Throttle throttle,
            Meters meters,
            BufferBudget budget,
            int capacity,
            Clock clock) {
        this(
                admission,
                sessions,
                throttle,
                meters,
                budget,
                capacity,
                clock,
                ConcurrentHashMap.newKeySet(),
                new AtomicBoolean());
    }

    boolean isFull() {
        return connections.size() > capacity;
    }

    boolean isDraining() {
        return draining.get();
    }

    long micros() {
        return clock.millis() * 1_000;
    }
}
