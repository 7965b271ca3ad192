package org.beistand.applet.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.applet.input.GuardedInput;

/**
 * Tells technicians how far their input has been dealt with: at once when all was quiet, else in one word for all that
 * happened meanwhile. A technician who is away hears it when the input comes again.
 */
final class Confirmations implements GuardedInput.Progress {

    /** Twenty words a second are enough for a page that only wants to know what it may forget. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private record Stream(String technician, long id) {}

    private final Presence presence;
    private final Outbound outbound;
    private final SessionLoop loop;
    private final Map<Stream, Long> untold = new LinkedHashMap<>();
    private boolean isDue;
    private long lastTold = System.nanoTime() - PAUSE.toNanos();

    Confirmations(Presence presence, Outbound outbound, SessionLoop loop) {
        this.presence = presence;
        this.outbound = outbound;
        this.loop = loop;
    }

    @Override
    public synchronized void dealtWith(String technician, long stream, long number) {
        untold.put(new Stream(technician, stream), number);
        if (!isDue) {
            isDue = true;
            long rest = lastTold + PAUSE.toNanos() - System.nanoTime();
            loop.after(Duration.ofNanos(Math.max(0, rest)), this::tell);
        }
    }

    private synchronized void tell() {
        isDue = false;
        lastTold = System.nanoTime();
        untold.forEach((stream, number) -> presence.technician(stream.technician())
                .ifPresent(here -> outbound.inputApplied(here.participant(), stream.id(), number)));
        untold.clear();
    }
}
