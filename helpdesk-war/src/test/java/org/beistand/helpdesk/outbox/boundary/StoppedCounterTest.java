package org.beistand.helpdesk.outbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Outcome;
import org.junit.jupiter.api.io.TempDir;

class StoppedCounterTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void whatIsOnItsWayArrivesBeforeAStopEndsAndNothingElseIsBegun(TestDatabase database) throws InterruptedException {
        var desk = new Desk(database, data, database.newCompany(), Duration.ofSeconds(30));
        var onItsWay = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var listener = new Listener("listener", (event, repeat) -> {
            onItsWay.countDown();
            return arrives(answer);
        });
        desk.open(listener);
        desk.newTicket("first");
        desk.nudge();
        assertThat(onItsWay.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(desk.stop(Duration.ofMillis(10))).as("ended").isFalse();

        desk.newTicket("second");
        desk.nudge();
        answer.countDown();
        assertThat(desk.stop(SOON)).as("ended").isTrue();
        assertThat(listener.heard).hasSize(1);
        assertThat(desk.waiting()).as("left for the next start").isEqualTo(1);
    }

    private static Outcome arrives(CountDownLatch answer) {
        try {
            return answer.await(SOON.toSeconds(), TimeUnit.SECONDS)
                    ? new Outcome.Delivered()
                    : new Outcome.Temporary("nobody answered");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Temporary("interrupted");
        }
    }
}
