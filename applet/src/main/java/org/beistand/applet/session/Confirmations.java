package org.beistand.applet.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.applet.input.GuardedInput;

/**
 * Tells technicians how far their input has been dealt with, in one word for all of the last second: who types sees what it
 * does in the picture, the word is for what the page need not keep any more. A technician who is away hears it when the
 * input comes again.
 */
final class Confirmations implements GuardedInput.Progress {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A page has at most 256 inputs under way: it must not have to wait for the pause's end. */
    private static final int MOST_UNTOLD = 64;

    private record Stream(String technician, long id) {}

    private final Presence presence;
    private final Outbound outbound;
    private final SessionLoop loop;
    private final Map<Stream, Long> untold = new LinkedHashMap<>();
    private boolean isDue;
    private int inputs;

    Confirmations(Presence presence, Outbound outbound, SessionLoop loop) {
        this.presence = presence;
        this.outbound = outbound;
        this.loop = loop;
    }

    @Override
    public synchronized void dealtWith(String technician, long stream, long number) {
        untold.put(new Stream(technician, stream), number);
        inputs++;
        if (inputs == MOST_UNTOLD) {
            loop.run(this::tell);
        } else if (!isDue) {
            isDue = true;
            loop.after(PAUSE, this::tellWhenDue);
        }
    }

    private synchronized void tellWhenDue() {
        isDue = false;
        tell();
    }

    private synchronized void tell() {
        inputs = 0;
        untold.forEach((stream, number) -> presence.technician(stream.technician())
                .ifPresent(here -> outbound.inputApplied(here.participant(), stream.id(), number)));
        untold.clear();
    }
}
