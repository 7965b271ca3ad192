package org.beistand.systemtests;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session through every fault there is, once; {@code beistand bench faults} makes ten minutes of them, at random. */
class FaultsST {

    @TempDir
    Path home;

    @Test
    void everythingArrivesOnceAndInOrderWhateverFails() {
        TroubledSession.run(home, 1, session -> List.of(Fault.values()).forEach(session::round));
    }
}
