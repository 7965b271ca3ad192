package org.beistand.helpdesk.servicenow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.testkit.DatabaseKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.PostgreSqlServer;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that writes tickets and tells ServiceNow is killed every few seconds, while one request in eight fails in one
 * of eleven ways. In the end ServiceNow holds what the database holds: every incident, entry and file once, each
 * ticket's in its order. {@code -Dbeistand.chaos.events=10000} for the long run.
 */
class ChaosTest {

    private static final int EVENTS = Integer.getInteger("beistand.chaos.events", 150);
    private static final int KILLS = Integer.getInteger("beistand.chaos.kills", 2);
    private static final long SEED = Long.getLong("beistand.chaos.seed", 4711);
    /** A machine that does a lot else may take minutes to start a process. */
    private static final Duration PATIENCE = Duration.ofSeconds(240L + EVENTS / 5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void nothingIsLostAndNothingIsDoubled(DatabaseKind kind) throws Exception {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            instance.answersAfter(Duration.ofMillis(5));
            instance.faults().randomly(0.125, SEED);
            String url = kind == DatabaseKind.H2 ? folder.resolve("desk").toString() : PostgreSqlServer.newDatabase();
            String company = new UUID(0, 0).toString();
            var chance = new java.util.SplittableRandom(SEED);
            for (int life = 0; life < KILLS; life++) {
                int target = EVENTS * (life + 1) / (KILLS + 1);
                try (var node = Life.start(folder, kind, url, company, instance, target, life)) {
                    company = node.company();
                    node.isInTheMiddle(1 + chance.nextInt(EVENTS / (KILLS + 1)), 1_500 + chance.nextInt(2_500));
                }
            }
            try (var last = Life.start(folder, kind, url, company, instance, EVENTS, KILLS)) {
                last.drains(PATIENCE);
            }
            var settings =
                    kind == DatabaseKind.H2 ? DatabaseSettings.h2File(Path.of(url)) : new DatabaseSettings(url, "", "");
            Agreement.check(TestDatabase.at(kind, settings), instance);
        }
    }

    /** One life of the process. Closing it is kill -9. */
    private record Life(Process process, Path log, ServiceNowDouble instance) implements AutoCloseable {

        static Life start(
                Path folder,
                DatabaseKind kind,
                String url,
                String company,
                ServiceNowDouble instance,
                int target,
                int number)
                throws IOException {
            Path log = folder.resolve(kind + "-" + number + ".log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            ChaosNode.class.getName(),
                            kind.name(),
                            url,
                            company,
                            instance.base().toString(),
                            folder.toString(),
                            String.valueOf(target),
                            String.valueOf(number == KILLS))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Life(process, log, instance);
        }

        /** Waits until it works. */
        String company() throws IOException {
            Eventually.is("node works", PATIENCE, () -> said("\ncompany ")); // a migration may be named so, too
            return text().lines()
                    .filter(line -> line.startsWith("company "))
                    .map(line -> line.substring("company ".length()))
                    .findFirst()
                    .orElseThrow();
        }

        /** After so many requests, so that a fast machine is killed at its work, or when its time has come. */
        void isInTheMiddle(int requests, long millis) {
            long until = instance.requests() + requests;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            Eventually.is(
                    "time to kill it",
                    Duration.ofMinutes(1),
                    () -> instance.requests() >= until || System.nanoTime() > end);
            assertThat(process.isAlive()).as("ended too early:\n" + log).isTrue();
        }

        void drains(Duration atMost) throws InterruptedException, IOException {
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(ended && said("drained")).as("drained:\n%s", text()).isTrue();
        }

        private boolean said(String text) {
            try {
                return text().contains(text);
            } catch (IOException unreadable) {
                return false;
            }
        }

        private String text() throws IOException {
            return Files.readString(log);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
