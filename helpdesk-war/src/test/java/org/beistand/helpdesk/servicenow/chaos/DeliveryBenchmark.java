package org.beistand.helpdesk.servicenow.chaos;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowDestination;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.testkit.DatabaseKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.PostgreSqlServer;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.PracticeInstance;
import org.beistand.servicenow.ServiceNowDouble;

/** How fast a backlog drains into an instance that answers in 20 ms; results stand in {@code docs/benchmarks/deliveries.md}. */
final class DeliveryBenchmark {

    private static final int PARALLEL = 4;
    private static final int PEOPLE = 4;
    /** One event in so many changes a field: it is looked at over there before it is written. */
    private static final int CHANGES = 10;

    private static final TicketPriority[] PRIORITIES = TicketPriority.values();
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private DeliveryBenchmark() {}

    /**
     * @return the result, one line
     * @throws IllegalStateException when nothing arrives any more
     */
    static String run(DatabaseKind kind, int events, int tickets) throws IOException {
        Path data = Files.createTempDirectory("beistand-bench");
        var settings = kind == DatabaseKind.H2
                ? DatabaseSettings.h2File(data.resolve("desk"))
                : new DatabaseSettings(PostgreSqlServer.newDurableDatabase(), "", "");
        var database = TestDatabase.at(kind, settings);
        // Apart from us, so that what it remembers is not taken for what we hold on to.
        try (var instance = Apart.start()) {
            var desk = desk(database, data, instance.base());
            System.out.printf("Writing %,d events about %d tickets ...%n", events, tickets);
            fill(desk, events, tickets);
            System.out.printf("Delivering them (load average %s) ...%n", load());
            return drain(desk, kind, events);
        }
    }

    /** The double in a process of its own. */
    private record Apart(Process process, String base) implements AutoCloseable {

        static Apart start() throws IOException {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            PracticeInstance.class.getName(),
                            "0",
                            "20")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (said == null) {
                throw new IOException("The double did not start");
            }
            // Whoever stops the benchmark stops it, too.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Apart(process, said.replaceAll(".*(http://\\S+) .*", "$1"));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static Desk desk(TestDatabase database, Path data, String instance) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofMinutes(2));
        var running = Integrations.start(
                Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH));
        desk.house().and(Integer.class, PARALLEL);
        desk.house().and(RunningRoutes.class, new RunningRoutes() {
            @Override
            public Integrations get() {
                return running;
            }
        });
        desk.open(desk.house().get(ServiceNowDestination.class));
        desk.house().in(company, () -> {
            var connections = desk.house().get(Connections.class);
            var own = connections.own();
            String secret = connections.sealSecret(ServiceNowDouble.CLIENT_SECRET);
            own.reach(instance, AccessKind.CLIENT, ServiceNowDouble.USER, "", ServiceNowDouble.CLIENT_ID, secret);
            own.switchTo(true, true, 15);
            return own;
        });
        return desk;
    }

    /** Several people, each with tickets of their own. */
    private static void fill(Desk desk, int events, int tickets) {
        IntStream.range(0, PEOPLE)
                .mapToObj(person -> CompletableFuture.runAsync(
                        () -> write(desk, events / PEOPLE + (person < events % PEOPLE ? 1 : 0), tickets / PEOPLE),
                        Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void write(Desk desk, int events, int tickets) {
        List<UUID> mine = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            if (mine.size() < tickets) {
                mine.add(desk.newTicket("Ticket " + i));
            } else if (i % CHANGES == 0) {
                int change = i / CHANGES;
                desk.prioritise(mine.get(change % tickets), PRIORITIES[change % PRIORITIES.length]);
            } else {
                desk.note(mine.get(i % tickets), "n=" + i);
            }
        }
    }

    private static String drain(Desk desk, DatabaseKind kind, int events) {
        long before = memory();
        long begin = System.nanoTime();
        desk.nudge();
        long processor = processorNanos();
        List<String> tenths = new ArrayList<>();
        long part = Math.max(1, events / 10);
        long next = events - part;
        long least = events;
        long progress = begin;
        for (long waiting = desk.waiting(); waiting > 0; waiting = desk.waiting()) {
            desk.nudge();
            progress = waiting < least ? System.nanoTime() : progress;
            least = Math.min(least, waiting);
            if (System.nanoTime() - progress > STANDSTILL.toNanos()) {
                throw new IllegalStateException(waiting + " events wait, and nothing has arrived for " + STANDSTILL);
            }
            if (waiting <= next) {
                next -= part;
                tenths.add(memory() + " MB at " + rate(events - waiting, begin) + "/s");
                System.out.println(tenths.getLast());
            }
            // Counting a long backlog is work, too.
            Eventually.pause(Duration.ofMillis(Math.max(100, waiting / 50)));
        }
        return "%s: %,d events in %.1f s = %s/s; %.1f ms of our processor each; load average %s; heap in use %d MB before, then %s"
                .formatted(
                        kind,
                        events,
                        (System.nanoTime() - begin) / 1e9,
                        rate(events, begin),
                        (processorNanos() - processor) / 1e6 / events,
                        load(),
                        before,
                        tenths);
    }

    private static long rate(long events, long begin) {
        return Math.round(events / ((System.nanoTime() - begin) / 1e9));
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Of this process: the workers and the routes, without the double and the database server. */
    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
    }
}
