package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.RequesterChanges;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.integration.Outcome.ForeignRecord;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.io.TempDir;

/** Caller, group and configuration item, and fields that people on both sides change. */
class WhoAndWhatTest {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void callerGroupAndDeviceAreFoundOverThereByWhatPeopleCallThem(TestDatabase database) throws IOException {
        connected(database, Duration.ZERO, both -> {
            String anna = both.instance.person("anna", "Anna Kunde", "anna@example.com");
            String desk = group(both, "Service Desk");
            String laptop = device(both, "LT-1", "SN-4711");
            device(both, "LT-2", "twice");
            device(both, "LT-3", "twice");
            UUID ticket = both.toldTicket("Laptop");
            assertThat(both.row(ticket)).containsEntry("caller_id", anna).containsEntry("assignment_group", desk);

            change(both, ticket, TicketEdit.nothing().withDevice("SN-4711"));
            assertThat(both.row(ticket)).containsEntry("cmdb_ci", laptop);
            change(both, ticket, TicketEdit.nothing().withDevice("twice"));
            assertThat(both.row(ticket)).as("two have that number").containsEntry("cmdb_ci", laptop);
        });
    }

    @OnBothDatabases
    void aCorrectedRequesterBecomesTheCaller(TestDatabase database) throws IOException {
        connected(database, Duration.ZERO, both -> {
            String anna = both.instance.person("anna", "Anna Kunde", "anna.kunde@example.com");
            UUID ticket = both.toldTicket("Mail");
            assertThat(both.row(ticket)).containsEntry("caller_id", "");
            both.here(() -> both.bean(RequesterChanges.class)
                    .correct(
                            both.bean(Tickets.class).require(ticket), "Anna Kunde", "anna.kunde@example.com", "maria"));
            both.delivered();
            assertThat(both.row(ticket)).containsEntry("caller_id", anna);
        });
    }

    @OnBothDatabases
    void callerGroupAndDeviceThatPeopleChangeOverThereComeBack(TestDatabase database) throws IOException {
        connected(database, Duration.ZERO, both -> {
            UUID ticket = both.toldTicket("Phone");
            both.poll();
            String incident = both.incident(ticket);
            both.instance.changedBy(
                    "beth.anglin",
                    "incident",
                    incident,
                    Map.of(
                            "caller_id", both.instance.person("tom", "Tom Reed", "tom.reed@example.com"),
                            "cmdb_ci", device(both, "LT-9", "SN-9"),
                            "assignment_group", group(both, "Phone Team")));
            both.poll();
            var changed = both.ticket(ticket);
            assertThat(changed.device()).isEqualTo("LT-9");
            assertThat(both.here(() -> both.bean(Customers.class).byId(changed.requesterId())))
                    .hasValueSatisfying(tom -> {
                        assertThat(tom.name()).isEqualTo("Tom Reed");
                        assertThat(tom.email()).isEqualTo("tom.reed@example.com");
                    });
            assertThat(both.here(() -> both.bean(IntakeChannels.class)
                            .byId(changed.channelId().orElseThrow())
                            .orElseThrow()
                            .name()))
                    .isEqualTo("Telephone");

            both.instance.changedBy(
                    "beth.anglin", "incident", incident, Map.of("assignment_group", group(both, "Network")));
            both.poll();
            assertThat(both.entries(InternalNote.class, ticket))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).contains("Network"));
        });
    }

    @OnBothDatabases
    void ofTwoChangesTheLaterStandsAndTheEarlierIsKept(TestDatabase database) throws IOException {
        connected(database, Duration.ofMinutes(-2), both -> {
            UUID ticket = both.toldTicket("Ours is later");
            both.instance.changedBy(
                    "beth.anglin",
                    "incident",
                    both.incident(ticket),
                    Map.of("short_description", "theirs", "impact", "1", "urgency", "1"));
            edit(both, ticket, TicketEdit.nothing().withSubject("ours"));
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("ours");
            assertThat(both.ticket(ticket).priority().name())
                    .as("another field has nothing to do with it")
                    .isEqualTo("URGENT");
            assertThat(both.entries(InternalNote.class, ticket))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).contains("theirs"));
            both.delivered();
            assertThat(both.row(ticket)).containsEntry("short_description", "ours");
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("ours");
        });
        connected(database, Duration.ofMinutes(2), both -> {
            UUID ticket = both.toldTicket("Theirs is later");
            edit(both, ticket, TicketEdit.nothing().withSubject("ours"));
            both.instance.changedBy(
                    "beth.anglin", "incident", both.incident(ticket), Map.of("short_description", "theirs"));
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("theirs");
            assertThat(both.entries(FieldChange.class, ticket))
                    .filteredOn(change -> change.field() == TicketField.SUBJECT)
                    .extracting(FieldChange::to)
                    .containsExactly("ours", "theirs");
            both.delivered();
            assertThat(both.row(ticket)).containsEntry("short_description", "theirs");
        });
    }

    @OnBothDatabases
    void whatNoPollHasBroughtYetDoesNotVanishBeneathWhatWeWrite(TestDatabase database) throws IOException {
        connected(database, Duration.ofMinutes(2), both -> {
            UUID ticket = both.toldTicket("Theirs is later");
            edit(both, ticket, TicketEdit.nothing().withSubject("ours").withPriority(TicketPriority.HIGH));
            both.instance.changedBy(
                    "beth.anglin", "incident", both.incident(ticket), Map.of("short_description", "theirs"));
            both.delivered();
            assertThat(both.row(ticket)).containsEntry("short_description", "theirs");
            assertThat(both.ticket(ticket).subject()).isEqualTo("theirs");
            assertThat(both.ticket(ticket).priority()).isEqualTo(TicketPriority.HIGH);
            assertThat(both.row(ticket))
                    .as("another field has nothing to do with it")
                    .containsEntry("urgency", "2");
        });
        connected(database, Duration.ofMinutes(-2), both -> {
            UUID ticket = both.toldTicket("Ours is later");
            both.instance.changedBy(
                    "beth.anglin", "incident", both.incident(ticket), Map.of("short_description", "theirs"));
            change(both, ticket, TicketEdit.nothing().withSubject("ours"));
            assertThat(both.row(ticket)).containsEntry("short_description", "ours");
            assertThat(both.entries(InternalNote.class, ticket))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).contains("theirs"));
            change(both, ticket, TicketEdit.nothing().withSubject("ours, once more"));
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("ours, once more");
            assertThat(both.entries(InternalNote.class, ticket))
                    .as("what we wrote is no change of theirs")
                    .hasSize(1);
        });
    }

    @OnBothDatabases
    void anIncidentThatWasThereFirstSaysItselfWhoWroteIt(TestDatabase database) throws IOException {
        connected(database, Duration.ZERO, both -> {
            String incident =
                    both.instance.createdBy("beth.anglin", "incident", Map.of("short_description", "As Beth has it"));
            UUID ticket = both.desk.newTicket("As it came");
            both.here(() -> both.bean(Connections.class).link(ticket, new ForeignRecord(incident, "INC0010001")));
            both.delivered();
            both.poll();
            assertThat(both.ticket(ticket).subject()).isEqualTo("As Beth has it");
            assertThat(both.entries(FieldChange.class, ticket))
                    .allSatisfy(change -> assertThat(change.author().name()).isEqualTo("beth.anglin (ServiceNow)"))
                    .isNotEmpty();
        });
    }

    private static String group(Both both, String name) {
        return both.instance.createdBy("admin", "sys_user_group", Map.of("name", name, "active", "true"));
    }

    private static String device(Both both, String name, String serial) {
        return both.instance.createdBy("admin", "cmdb_ci", Map.of("name", name, "serial_number", serial));
    }

    private static void change(Both both, UUID ticket, TicketEdit edit) {
        edit(both, ticket, edit);
        both.delivered();
    }

    private static void edit(Both both, UUID ticket, TicketEdit edit) {
        both.here(() -> both.bean(TicketChanges.class)
                .change(ticket, both.bean(Tickets.class).require(ticket).version(), edit, MARIA));
    }

    /** @param ahead of their clock, so that it is clear whose change is the later one */
    private void connected(TestDatabase database, Duration ahead, Consumer<Both> work) throws IOException {
        try (var instance = ServiceNowDouble.start(0, Clock.offset(Clock.systemUTC(), ahead))) {
            var both = new Both(database, data, instance);
            both.here(() -> {
                both.bean(IntakeChannels.class)
                        .add(new IntakeChannel("Telephone", IntakeChannel.Kind.PHONE, "by telephone"));
                both.bean(Connections.class).own().map("group = Service Desk\ngroup.Telephone = Phone Team");
                return both;
            });
            work.accept(both);
        }
    }
}
