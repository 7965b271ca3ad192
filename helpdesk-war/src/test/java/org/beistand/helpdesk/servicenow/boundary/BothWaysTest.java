package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.helpdesk.outbox.boundary.Desk;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.io.TempDir;

/** A company and its ServiceNow, and people on both sides. */
class BothWaysTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void whatPeopleDoOverThereIsHereAfterOnePollAndOnce(TestDatabase database) throws IOException {
        connected(database, both -> {
            UUID ticket = both.toldTicket("Drucker");
            String incident = both.incident(ticket);
            both.instance.changedBy(
                    "beth.anglin",
                    "incident",
                    incident,
                    Map.of("state", "2", "impact", "1", "urgency", "1", "short_description", "Drucker brennt"));
            both.instance.changedBy("beth.anglin", "incident", incident, Map.of("work_notes", "internal words"));
            both.instance.changedBy("beth.anglin", "incident", incident, Map.of("comments", "public words"));
            both.poll();
            both.poll();

            assertThat(both.ticket(ticket)).satisfies(now -> {
                assertThat(now.state()).isEqualTo(TicketState.OPEN);
                assertThat(now.priority()).isEqualTo(TicketPriority.URGENT);
                assertThat(now.subject()).isEqualTo("Drucker brennt");
            });
            assertThat(both.entries(InternalNote.class, ticket))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).isEqualTo("internal words"));
            assertThat(both.entries(PublicReply.class, ticket)).singleElement().satisfies(reply -> {
                assertThat(reply.text()).isEqualTo("public words");
                assertThat(reply.author().name()).isEqualTo("beth.anglin (ServiceNow)");
            });
        });
    }

    @OnBothDatabases
    void whatWeWroteIsNoNewsAndWhatTheyWroteIsNotToldBack(TestDatabase database) throws IOException {
        connected(database, both -> {
            UUID ticket = both.toldTicket("Echo");
            both.desk.note(ticket, "ours");
            both.delivered();
            both.instance.changedBy(
                    "beth.anglin", "incident", both.incident(ticket), Map.of("work_notes", "theirs", "state", "2"));
            int entries = both.instance.rows("sys_journal_field").size();
            for (int i = 0; i < 3; i++) {
                both.poll();
                both.delivered();
            }
            assertThat(both.instance.rows("sys_journal_field")).hasSize(entries);
            assertThat(both.entries(InternalNote.class, ticket))
                    .extracting(InternalNote::text)
                    .containsExactly("ours", "theirs");
            assertThat(both.entries(FieldChange.class, ticket)).hasSize(1);
        });
    }

    @OnBothDatabases
    void noPageIsSkippedHoweverManyChangedAtOnce(TestDatabase database) throws IOException {
        connected(database, both -> {
            for (int i = 0; i < 450; i++) {
                both.instance.createdBy(
                        "rule",
                        "incident",
                        Map.of("correlation_display", "Beistand", "correlation_id", "somebody-else:" + i));
            }
            UUID ticket = both.toldTicket("Last of many");
            both.instance.changedBy("beth.anglin", "incident", both.incident(ticket), Map.of("work_notes", "found"));
            both.poll();
            assertThat(both.entries(InternalNote.class, ticket))
                    .extracting(InternalNote::text)
                    .containsExactly("found");
        });
    }

    @OnBothDatabases
    void anImpossibleStateIsToldAndNotForced(TestDatabase database) throws IOException {
        connected(database, both -> {
            UUID ticket = both.toldTicket("Cancelled over there");
            both.instance.changedBy("beth.anglin", "incident", both.incident(ticket), Map.of("state", "7"));
            both.poll();
            assertThat(both.ticket(ticket).state()).isEqualTo(TicketState.NEW);
            assertThat(both.entries(InternalNote.class, ticket))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).contains("7"));
        });
    }

    @OnBothDatabases
    void aHostilePayloadOverThereStaysText(TestDatabase database) throws IOException {
        connected(database, both -> {
            UUID ticket = both.toldTicket("Hostile");
            both.instance.changedBy(
                    "mallory'); drop table ticket; --",
                    "incident",
                    both.incident(ticket),
                    Map.of("comments", "<script>alert(1)</script>", "short_description", " "));
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("Hostile");
            assertThat(both.entries(PublicReply.class, ticket)).hasSize(1);
        });
    }

    private void connected(TestDatabase database, Consumer<Both> work) throws IOException {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            work.accept(new Both(database, data, instance));
        }
    }

    /** The two systems, side by side. */
    private static final class Both {

        final ServiceNowDouble instance;
        final Desk desk;
        private final UUID company;

        Both(TestDatabase database, Path data, ServiceNowDouble instance) {
            this.instance = instance;
            this.company = database.newCompany();
            this.desk = new Desk(database, data, company, Duration.ofSeconds(30));
            desk.house().and(RunningRoutes.class, new RunningRoutes() {
                private final Integrations running =
                        Integrations.start(Integrations.Settings.usual(data, Clock.systemUTC()));

                @Override
                public Integrations get() {
                    return running;
                }
            });
            desk.open(desk.house().get(ServiceNowDestination.class));
            desk.house().in(company, () -> {
                var connections = desk.house().get(Connections.class);
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
            return desk.house()
                    .in(company, () -> desk.house().get(Tickets.class).require(id));
        }

        <E extends org.beistand.helpdesk.ticket.entity.TimelineEntry> List<E> entries(Class<E> kind, UUID ticket) {
            return desk.house()
                    .in(company, () -> desk.house().get(TicketTimeline.class).of(kind, ticket));
        }
    }
}
