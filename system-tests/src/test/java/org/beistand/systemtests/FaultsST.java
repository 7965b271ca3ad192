package org.beistand.systemtests;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One session through every fault, once, but a killed helpdesk: after one of four such restarts the applet did not come
 * back, for a reason that is not known yet (docs/benchmarks/relay.md). {@code beistand bench faults} has that one, too, and
 * makes ten minutes of them, at random.
 */
class FaultsST {

    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.KILL_THE_HELPDESK));

    @TempDir
    Path home;

    @Test
    void everythingArrivesOnceAndInOrderWhateverFails() {
        TroubledSession.run(home, 1, session -> FAULTS.forEach(session::round));
    }
}
