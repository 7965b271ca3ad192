package org.beistand.helpdesk.directory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.integration.Integrations;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;
import org.junit.jupiter.api.io.TempDir;

/** What a session was about comes into a real directory, through the outbox, or the ticket says why not. */
class DirectoryDestinationTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String COMPUTER = Population.COMPUTER;

    private final SambaDomain domain = SambaDomain.get();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void theLastSessionStandsInTheDevicesEntry(TestDatabase database) {
        domain.letServiceUserWrite(COMPUTER, "info");
        domain.set(COMPUTER, "info", "Beistand 2020-01-01T00:00:00Z INC-1");
        try (var routes = Integrations.start(
                Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH))) {
            UUID company = database.newCompany();
            var desk = connected(database, company, routes, SummaryOf.DEVICE);
            UUID ticket = desk.newTicket("Drucker");
            desk.session(ticket, "ended_by_customer");
            delivered(desk);
            assertThat(domain.read(COMPUTER, "info")).as("no device is named").startsWith("Beistand 2020");

            desk.house().in(company, () -> {
                var found = desk.house().get(Tickets.class).require(ticket);
                var edit = TicketEdit.nothing().withDevice("PC-1042");
                return desk.house().get(TicketChanges.class).change(ticket, found.version(), edit, Author.system());
            });
            desk.session(ticket, "ended_by_technician");
            delivered(desk);
            assertThat(domain.read(COMPUTER, "info"))
                    .matches("Beistand 20\\d\\d-[^ ]*Z [A-Z]+-\\d+ Drucker; Maria Lindner, Anna Kunde; 0:12:07;"
                            + " ended_by_technician")
                    .doesNotContain("2020-01-01");
        }
    }

    @OnBothDatabases
    void aMissingRightIsParkedAndSaidInTheTicket(TestDatabase database) {
        domain.set(Population.PAUL, "mail", "anna@example.com");
        try (var routes = Integrations.start(
                Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH))) {
            UUID company = database.newCompany();
            var desk = connected(database, company, routes, SummaryOf.REQUESTER);
            UUID ticket = desk.newTicket("Drucker");
            desk.session(ticket, "ended_by_customer");
            delivered(desk);
            var notes = desk.house()
                    .in(company, () -> desk.house().get(TicketTimeline.class).of(InternalNote.class, ticket));
            assertThat(notes)
                    .singleElement()
                    .satisfies(note -> assertThat(note.text())
                            .containsAnyOf("may not write this attribute", "darf dieses Attribut nicht schreiben")
                            .contains("info", "CN=Paul"));
        }
    }

    private Desk connected(TestDatabase database, UUID company, Integrations routes, SummaryOf whose) {
        var desk = new Desk(database, data, company, Duration.ofSeconds(60));
        desk.house().and(RunningRoutes.class, new RunningRoutes() {
            @Override
            public Integrations get() {
                return routes;
            }
        });
        desk.house().in(company, () -> {
            var connections = desk.house().get(DirectoryConnections.class);
            var own = connections.own();
            own.reach(
                    domain.ldaps(),
                    SambaDomain.SERVICE_USER,
                    connections.seal(SambaDomain.PASSWORD),
                    domain.authority());
            own.look(SambaDomain.BASE, "", false);
            own.sumUp(whose, "info");
            return Optional.of(own);
        });
        desk.open(desk.house().get(DirectoryDestination.class));
        return desk;
    }

    private static void delivered(Desk desk) {
        Eventually.is("everything delivered", SOON, () -> {
            desk.nudge();
            return desk.waiting() == 0;
        });
    }
}
