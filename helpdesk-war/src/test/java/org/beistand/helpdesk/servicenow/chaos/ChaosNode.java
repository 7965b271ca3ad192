package org.beistand.helpdesk.servicenow.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.ServiceNowDouble;

/**
 * Read this first. A helpdesk without its pages, in a process that is made to be killed: people write tickets, and the
 * application's own beans bring what they write to ServiceNow. With {@code target} events in the database nobody writes
 * any more; the last of these processes, when nothing waits, says {@code drained} and ends, the others wait to be killed.
 */
public final class ChaosNode {

    private static final int PEOPLE = 3;
    private static final UUID NONE = new UUID(0, 0);

    private final TestDatabase database;
    private final UUID company;
    private final Desk desk;
    private final int target;
    private final boolean last;
    private final SecureRandom random;

    private ChaosNode(
            DatabaseKind kind, String databaseUrl, UUID company, URI instance, Path data, int target, boolean last) {
        var settings = kind == DatabaseKind.H2
                ? DatabaseSettings.h2File(Path.of(databaseUrl))
                : new DatabaseSettings(databaseUrl, "", "");
        this.database = TestDatabase.at(kind, settings);
        this.company = company.equals(NONE) ? database.newCompany() : company;
        this.target = target;
        this.last = last;
        this.random = new SecureRandom();
        // As long as the instance of this test may be at work on a request whose sender is dead, and then some.
        this.desk = new Desk(database, data, this.company, Duration.ofSeconds(2));
        desk.house().and(RunningRoutes.class, new ShortPatience(data));
        desk.open(desk.house().get(ServiceNowDestination.class));
        connect(instance);
    }

    /** {@code kind, database, company or zeros, instance, data folder, target, last}. */
    public static void main(String... arguments) {
        var node = new ChaosNode(
                DatabaseKind.valueOf(arguments[0]),
                arguments[1],
                UUID.fromString(arguments[2]),
                URI.create(arguments[3]),
                Path.of(arguments[4]),
                Integer.parseInt(arguments[5]),
                Boolean.parseBoolean(arguments[6]));
        System.out.println("company " + node.company);
        node.run();
        System.out.println("drained");
        System.exit(0);
    }

    private void run() {
        for (int i = 0; i < PEOPLE; i++) {
            Thread.ofPlatform().daemon().start(this::write);
        }
        while (!last || events() < target || waiting() > 0) {
            desk.nudge();
            Eventually.pause(Duration.ofMillis(100));
        }
    }

    /** Somebody who works all day. */
    private void write() {
        List<UUID> mine = new java.util.ArrayList<>();
        while (events() < target) {
            if (mine.size() < 3 || random.nextInt(20) == 0) {
                mine.add(desk.newTicket("Ticket of " + Thread.currentThread().threadId()));
            }
            UUID ticket = mine.get(random.nextInt(mine.size()));
            String numbered = "n=" + String.format("%09d", numbered(ticket));
            switch (random.nextInt(4)) {
                case 0 -> desk.reply(ticket, numbered);
                case 1 -> desk.session(ticket, numbered);
                default -> desk.note(ticket, numbered);
            }
            desk.nudge();
        }
    }

    /** Counts up for each ticket, whoever writes: one person has a ticket, and a new process starts new ones. */
    private long numbered(UUID ticket) {
        return Rows.count(database, "select count(*) from outbox_event where ticket_id = '" + ticket + "'");
    }

    private long events() {
        return Rows.count(database, "select count(*) from outbox_delivery");
    }

    private long waiting() {
        return Rows.count(database, "select count(*) from outbox_delivery where state = 'WAITING'");
    }

    private void connect(URI instance) {
        desk.house().in(company, () -> {
            var connections = desk.house().get(Connections.class);
            var own = connections.own();
            own.reach(
                    instance.toString(),
                    AccessKind.CLIENT,
                    ServiceNowDouble.USER,
                    "",
                    ServiceNowDouble.CLIENT_ID,
                    connections.sealSecret(ServiceNowDouble.CLIENT_SECRET));
            own.switchTo(true, false, 15);
            return own;
        });
    }

    /** The routes as they are, but nobody has thirty seconds for a silent instance here. */
    private static final class ShortPatience extends RunningRoutes {
        private final Integrations running;

        ShortPatience(Path data) {
            running = Integrations.start(new Integrations.Settings(
                            data.resolve("journal"), Clock.systemUTC(), Duration.ofMillis(800), Duration.ofMillis(500))
                    .reaching(OnThisMachine.REACH));
        }

        @Override
        public Integrations get() {
            return running;
        }
    }
}
