package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.helpdesk.outbox.control.OutboxWriter;
import org.beistand.helpdesk.session.control.SessionEvent;
import org.beistand.helpdesk.session.control.SessionFacts;
import org.beistand.helpdesk.survey.control.SurveyAnswered;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.io.TempDir;

/** A company and its ServiceNow, and people on both sides. */
class BothWaysTest {

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
    void whoHandedASessionOverAndWhatACustomerSaidAboutItIsOneWorkNoteEach(TestDatabase database) throws IOException {
        connected(database, both -> {
            UUID ticket = both.toldTicket("Umfrage");
            var session = UUID.randomUUID();
            var facts = new SessionFacts(
                    both.company, session, ticket, "INC-1", UUID.randomUUID(), "Maria Lindner", "Anna Kunde");
            both.here(() -> {
                both.bean(OutboxWriter.class)
                        .remember(new SessionEvent.SessionHandedOver(
                                facts,
                                UUID.randomUUID(),
                                "Jonas Weber",
                                "Jonas Weber",
                                Instant.now(Clock.systemUTC())));
                both.bean(OutboxWriter.class)
                        .remember(new SurveyAnswered(facts, 4, "Danke, schnell!", Instant.now(Clock.systemUTC())));
                return ticket;
            });
            both.delivered();
            both.delivered();
            assertThat(both.instance.rows("sys_journal_field").stream()
                            .filter(row -> "work_notes".equals(row.get("element")))
                            .map(row -> String.valueOf(row.get("value")))
                            .filter(text -> text.contains(session.toString())))
                    .satisfiesExactly(
                            handed -> assertThat(handed)
                                    .startsWith("[Beistand session.handed_over ")
                                    .contains("Jonas Weber", "Maria Lindner"),
                            said -> assertThat(said).contains("4", "5", "Danke, schnell!"));
        });
    }

    @OnBothDatabases
    void noPageIsSkippedHoweverManyChangedAtOnce(TestDatabase database) throws IOException {
        // One second for all of them: five pages with the same time.
        connected(database, Clock.fixed(Instant.now(), ZoneOffset.UTC), both -> {
            for (int i = 0; i < 850; i++) {
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
        connected(database, Clock.systemUTC(), work);
    }

    private void connected(TestDatabase database, Clock clock, Consumer<Both> work) throws IOException {
        try (var instance = ServiceNowDouble.start(0, clock)) {
            work.accept(new Both(database, data, instance));
        }
    }
}
