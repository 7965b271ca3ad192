package org.beistand.engine.relay.door;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.admission.Throttle;
import org.beistand.engine.relay.meter.Meters;
import org.beistand.engine.relay.session.Sessions;

/**
 * What every connection shares.
 *
 * @param capacity connections held at most
 * @param connections the open ones
 * @param opening whether the relay still takes people in
 * @param buffers for large frames
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
        Opening opening,
        BufferPool buffers) {

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
                new Opening(sessions::has),
                new BufferPool(budget.plenty() / 2));
    }

    boolean isFull() {
        return connections.size() > capacity;
    }

    long micros() {
        return clock.millis() * 1_000;
    }
}
