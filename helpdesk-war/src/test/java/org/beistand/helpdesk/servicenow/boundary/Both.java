package org.beistand.helpdesk.servicenow.boundary;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.ServiceNowDouble;

/** The two systems, side by side. */
final class Both {

    private static final Duration SOON = Duration.ofSeconds(20);

    final ServiceNowDouble instance;
    final Desk desk;
    final UUID company;

    Both(TestDatabase database, Path data, ServiceNowDouble instance) {
        this.instance = instance;
        this.company = database.newCompany();
        this.desk = new Desk(database, data, company, Duration.ofSeconds(30));
        desk.house().and(RunningRoutes.class, new RunningRoutes() {
            private final Integrations running = Integrations.start(
                    Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH));

            @Override
            public Integrations get() {
                return running;
            }
        });
        desk.open(desk.house().get(ServiceNowDestination.class));
        connect(desk.house(), company, instance);
    }

    /** The company's ServiceNow is that one, both ways, and polled whenever somebody says so. */
    static void connect(House house, UUID company, ServiceNowDouble instance) {
        house.in(company, () -> {
            var connections = house.get(Connections.class);
            var own = connections.own();
            own.reach(
                    instance.base().toString(),
                    AccessKind.BASIC,
                    ServiceNowDouble.USER,
                    connections.sealPassword(ServiceNowDouble.PASSWORD),
                    "",
                    "");
            own.switchTo(true, true, 0);
            return own;
        });
    }

    UUID toldTicket(String subject) {
        UUID ticket = desk.newTicket(subject);
        delivered();
        return ticket;
    }

    <T> T here(Supplier<T> work) {
        return desk.house().in(company, work);
    }

    <T> T bean(Class<T> type) {
        return desk.house().get(type);
    }

    /** The incident of a ticket, column by column. */
    Map<String, String> row(UUID ticket) {
        String sysId = incident(ticket);
        return instance.rows("incident").stream()
                .filter(row -> sysId.equals(row.get("sys_id")))
                .findFirst()
                .orElseThrow();
    }

    void delivered() {
        desk.nudge();
        Eventually.is("everything delivered", SOON, () -> {
            desk.nudge();
            return desk.waiting() == 0;
        });
    }

    String incident(UUID ticket) {
        return desk.house()
                .in(
                        company,
                        () -> desk.house()
                                .get(Connections.class)
                                .incident(ticket)
                                .orElseThrow()
                                .sysId());
    }

    void poll() {
        CurrentCompany.run(company, desk.house().get(ServiceNowPolls.class)::pollIfDue);
    }

    Ticket ticket(UUID id) {
        return desk.house().in(company, () -> desk.house().get(Tickets.class).require(id));
    }

    <E extends org.beistand.helpdesk.ticket.entity.TimelineEntry> List<E> entries(Class<E> kind, UUID ticket) {
        return desk.house()
                .in(company, () -> desk.house().get(TicketTimeline.class).of(kind, ticket));
    }
}
