package org.beistand.helpdesk.servicenow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.testkit.DatabaseKind;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60L + EVENTS / 5);
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("n=(\\d{9})");

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
                try (var node = Life.start(folder, kind, url, company, instance, EVENTS, life)) {
                    company = node.company();
                    node.lives(Duration.ofMillis(1_500 + chance.nextInt(2_500)));
                }
            }
            try (var last = Life.start(folder, kind, url, company, instance, EVENTS, KILLS)) {
                last.drains(PATIENCE);
            }
            var settings =
                    kind == DatabaseKind.H2 ? DatabaseSettings.h2File(Path.of(url)) : new DatabaseSettings(url, "", "");
            compare(TestDatabase.at(kind, settings), instance);
        }
    }

    private static void compare(TestDatabase database, ServiceNowDouble instance) {
        assertThat(Rows.count(database, "select count(*) from outbox_delivery where state <> 'DELIVERED'"))
                .isZero();
        assertThat(Rows.count(database, "select count(*) from outbox_delivery where attempts > 1"))
                .as("deliveries that were tried again: without any this test has proved nothing")
                .isPositive();
        List<String> tickets = Rows.texts(database, "select cast(id as varchar(36)) from ticket");
        assertThat(instance.rows("incident"))
                .extracting(row -> row.getOrDefault("correlation_id", "").replaceAll(".*:", ""))
                .containsExactlyInAnyOrderElementsOf(tickets);

        List<String> told = Rows.texts(database, """
                select cast(e.id as varchar(36)) from outbox_event e join outbox_delivery d on d.event_id = e.id
                where e.type in ('ticket.public_reply_added', 'ticket.internal_note_added', 'ticket.session_entry_added')
                """);
        List<String> entries = new ArrayList<>();
        Map<String, List<String>> numbers = new HashMap<>();
        for (var row : instance.rows("sys_journal_field")) {
            String text = row.getOrDefault("value", "");
            entries.add(mark(text));
            Matcher number = NUMBER.matcher(text);
            if (number.find()) {
                numbers.computeIfAbsent(row.getOrDefault("element_id", ""), any -> new ArrayList<>())
                        .add(number.group(1));
            }
        }
        assertThat(entries).containsExactlyInAnyOrderElementsOf(told);
        assertThat(numbers.values()).allSatisfy(list -> assertThat(list).isSorted());
        assertThat(instance.rows("sys_attachment"))
                .extracting(row -> row.getOrDefault("file_name", ""))
                .containsExactlyInAnyOrderElementsOf(Rows.texts(database, "select name from ticket_attachment"));
    }

    /** A note begins with the event's id, a comment ends with it. */
    private static String mark(String text) {
        Matcher mark = MARK.matcher(text.startsWith("[Beistand") ? text : text.substring(text.lastIndexOf("[Ref")));
        return mark.find() ? mark.group() : "none";
    }

    /** One life of the process. Closing it is kill -9. */
    private record Life(Process process, Path log) implements AutoCloseable {

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
                            String.valueOf(target))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Life(process, log);
        }

        /** Waits until it works. */
        String company() throws IOException {
            org.beistand.helpdesk.testkit.Eventually.is("node works", Duration.ofSeconds(60), () -> said("company "));
            return text().lines()
                    .filter(line -> line.startsWith("company "))
                    .map(line -> line.substring("company ".length()))
                    .findFirst()
                    .orElseThrow();
        }

        void lives(Duration time) throws InterruptedException {
            assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended too early:\n" + log)
                    .isFalse();
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
