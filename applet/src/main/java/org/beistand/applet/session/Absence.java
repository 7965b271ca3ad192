package org.beistand.applet.session;

import java.time.Duration;
import org.beistand.applet.consent.ConsentBook;

/** What was allowed outlives a broken connection for a while, and nobody who has gone for good. Used on the loop. */
final class Absence {

    /** A technician whose connection broke has this long to come back before what was allowed is forgotten. */
    private static final Duration AWAITED = Duration.ofMinutes(2);

    private final SessionLoop loop;
    private final Presence presence;
    private final ConsentBook consent;
    private int absences;

    Absence(SessionLoop loop, Presence presence, ConsentBook consent) {
        this.loop = loop;
        this.presence = presence;
        this.consent = consent;
    }

    /** Somebody's connection broke, or ours. The last one counts: it gives everybody who is away the whole time again. */
    void begins() {
        int absence = ++absences;
        loop.after(AWAITED, () -> {
            if (absence == absences) {
                presence.stopAwaiting();
                lapseIfDeserted();
            }
        });
    }

    /** Nobody is here, and nobody expected back. */
    void lapseIfDeserted() {
        if (presence.isDeserted()) {
            consent.lapse();
        }
    }
}
