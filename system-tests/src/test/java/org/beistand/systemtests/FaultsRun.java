package org.beistand.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults at random for a long time: {@code beistand bench faults}. The seed it prints makes the same faults again. */
class FaultsRun {

    @TempDir
    Path home;

    @Test
    void everythingArrivesOnceAndInOrderWhateverFails() {
        long seed = Long.getLong("faults.seed", 1);
        Duration length = Duration.ofSeconds(Integer.getInteger("faults.seconds", 600));
        System.err.println("seed " + seed);
        TroubledSession.run(home, seed, session -> {
            long started = System.nanoTime();
            do {
                session.round(session.any());
            } while (System.nanoTime() - started < length.toNanos());
        });
    }
}
