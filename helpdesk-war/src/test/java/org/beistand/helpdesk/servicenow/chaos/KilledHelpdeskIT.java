package org.beistand.helpdesk.servicenow.chaos;

import java.nio.file.Path;
import java.time.Duration;
import org.beistand.helpdesk.testkit.DatabaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./beistand bench chaos} as small as it can be and still be worth its seconds: the started WAR is killed three
 * times with -9 in the middle of people's writing while one request in eight fails in one of eleven ways. On H2, which
 * lives in the process that is killed. Four starts of the server are most of its
 * time; {@link ChaosTest} kills a smaller process, on both databases.
 */
class KilledHelpdeskIT {

    private static final int WRITES = 120;
    private static final int KILLS = 3;
    private static final long SEED = Long.getLong("beistand.chaos.seed", 4711);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whatPeopleWroteIsInServiceNowOnceAndInOrderHoweverOftenTheHelpdeskWasKilled() throws Exception {
        new KilledHelpdesk(folder, DatabaseKind.H2, SEED).run(WRITES, KILLS, Duration.ofMinutes(4));
    }
}
