package org.beistand.helpdesk.servicenow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.testkit.DatabaseKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.PostgreSqlServer;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.servicenow.ServiceNowDouble;

/**
 * The helpdesk as it is shipped, the WAR in its server, killed in the middle of its work in each of its lives while people
 * write and ServiceNow disappoints one request in eight in one of eleven ways. The last life is left alone until nothing waits;
 * then both sides must agree.
 */
final class KilledHelpdesk {

    /** Nobody waits thirty seconds for a silent instance here, nor two minutes for a dead helpdesk's lease. */
    private static final List<String> HURRY = List.of(
            "BEISTAND_OUTBOX_LEASE=PT10S",
            "BEISTAND_OUTBOX_PAUSE=PT0.1S",
            "BEISTAND_SERVICENOW_PATIENCE=PT3S",
            "BEISTAND_SERVICENOW_SETTLING=PT1S");

    /** Wherever in the status it stands. */
    private static final Pattern NOTHING_WAITS = Pattern.compile("\"waiting\":0[,}]");

    private final Path folder;
    private final DatabaseSettings database;
    private final DatabaseKind kind;
    private final People people = new People();
    private final SplittableRandom chance;

    KilledHelpdesk(Path folder, DatabaseKind kind, long seed) {
        this.folder = folder;
        this.kind = kind;
        this.database = kind == DatabaseKind.H2
                ? DatabaseSettings.h2File(folder.resolve("data").resolve("helpdesk"))
                : new DatabaseSettings(PostgreSqlServer.newDatabase(), "", "");
        this.chance = new SplittableRandom(seed);
    }

    /** @return the result, one line */
    String run(int writes, int kills, Duration patience) throws IOException, InterruptedException {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            instance.answersAfter(Duration.ofMillis(5));
            instance.faults().randomly(0.125, chance.nextLong());
            for (int life = 0; life < kills; life++) {
                var helpdesk = live(instance, life);
                int done = people.answered();
                int share = Math.max(2, (writes - done) / (kills - life + 1));
                var working = people.work(helpdesk, done + share);
                inTheMiddle(done + 1 + chance.nextInt(share - 1), Duration.ofMillis(3_000 + chance.nextInt(6_000)));
                helpdesk.kill();
                for (Thread one : working) {
                    one.join();
                }
                assertThat(people.answered()).as("writes before kill %d", life).isGreaterThan(done);
            }
            try (var last = live(instance, kills)) {
                for (Thread one : people.work(last, writes)) {
                    one.join();
                }
                assertThat(people.answered()).as("writes answered").isGreaterThanOrEqualTo(writes);
                drain(last, patience);
            }
            Agreement.check(TestDatabase.at(kind, database), instance);
            return "%s: %d writes answered, %d kills, %d requests, %d incidents, %d entries, %d files: both sides agree"
                    .formatted(
                            kind,
                            people.answered(),
                            kills,
                            instance.requests(),
                            instance.rows("incident").size(),
                            instance.rows("sys_journal_field").size(),
                            instance.rows("sys_attachment").size());
        }
    }

    /** While they write: after so many answers, or when its time has come, but not before the first answer. */
    private void inTheMiddle(int answers, Duration time) {
        int begun = people.answered();
        long end = System.nanoTime() + time.toNanos();
        Eventually.is("somebody is answered", Duration.ofMinutes(2), () -> {
            int now = people.answered();
            return now >= answers || now > begun && System.nanoTime() > end;
        });
    }

    private Helpdesk live(ServiceNowDouble instance, int life) throws IOException {
        var settings = new java.util.ArrayList<>(HURRY);
        if (kind == DatabaseKind.POSTGRESQL) {
            settings.add("BEISTAND_DB_URL=" + database.url());
        }
        var helpdesk = Helpdesk.start(folder, settings);
        if (life == 0) {
            People.connect(helpdesk, instance);
        }
        return helpdesk;
    }

    private static void drain(Helpdesk helpdesk, Duration patience) {
        var admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        long end = System.nanoTime() + patience.toNanos();
        String status = "";
        while (!NOTHING_WAITS.matcher(status).find()) {
            assertThat(System.nanoTime()).as("still waiting: %s", status).isLessThan(end);
            Eventually.pause(Duration.ofMillis(200));
            status = admin.get("/api/v1/integrations/servicenow/status").body();
        }
    }
}
