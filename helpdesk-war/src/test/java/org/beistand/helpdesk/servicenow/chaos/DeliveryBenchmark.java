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
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowDestination;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.testkit.DatabaseKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.PostgreSqlServer;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.ServiceNowDouble;

/**
 * How fast a backlog drains into an instance that answers in 20 ms, with four calls at a time unless told otherwise; results
 * stand in {@code docs/benchmarks/deliveries.md}. {@code POSTGRESQL 5000 100 4}: database, events, tickets,
 * calls at a time.
 */
public final class DeliveryBenchmark {

    private DeliveryBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var kind = DatabaseKind.valueOf(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        int tickets = Integer.parseInt(arguments[2]);
        Path data = Files.createTempDirectory("beistand-bench");
        var settings = kind == DatabaseKind.H2
                ? DatabaseSettings.h2File(data.resolve("desk"))
                : new DatabaseSettings(PostgreSqlServer.newDatabase(), "", "");
        var database = TestDatabase.at(kind, settings);
        // Apart from us, so that what it remembers is not taken for what we hold on to.
        try (var instance = Apart.start()) {
            int parallel = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
            var desk = desk(database, data, instance.base(), parallel);
            fill(desk, events, tickets);
            drain(desk, kind, events);
        }
        System.exit(0);
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
                            ServiceNowDouble.class.getName(),
                            "0",
                            "20")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (said == null) {
                throw new IOException("The double did not start");
            }
            return new Apart(process, said.replaceAll(".*(http://\\S+),.*", "$1"));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static Desk desk(TestDatabase database, Path data, String instance, int parallel) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofMinutes(2));
        var running = Integrations.start(Integrations.Settings.usual(data, Clock.systemUTC()));
        desk.house().and(Integer.class, parallel);
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
            own.switchTo(true, false, 15);
            return own;
        });
        return desk;
    }

    private static void fill(Desk desk, int events, int tickets) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            if (all.size() < tickets) {
                all.add(desk.newTicket("Ticket " + i));
            } else {
                desk.note(all.get(i % tickets), "n=" + i);
            }
        }
    }

    private static void drain(Desk desk, DatabaseKind kind, int events) {
        long before = memory();
        long begin = System.nanoTime();
        desk.nudge();
        long processor = processorNanos();
        List<Long> between = new ArrayList<>();
        long part = Math.max(1, events / 10);
        long next = events - part;
        for (long waiting = desk.waiting(); waiting > 0; waiting = desk.waiting()) {
            desk.nudge();
            if (waiting <= next) {
                next -= part;
                between.add(memory());
            }
            // Counting a long backlog is work, too.
            Eventually.pause(Duration.ofMillis(Math.max(100, waiting / 50)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double used = (processorNanos() - processor) / 1e6 / events;
        System.out.printf(
                "%s: %d events in %.1f s = %.0f/s; %.1f ms of our processor each;"
                        + " heap in use %d MB before, after each tenth %s MB%n",
                kind, events, seconds, events / seconds, used, before, between);
    }

    /** Of this process: the workers, the routes and the double, without the database server. */
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
