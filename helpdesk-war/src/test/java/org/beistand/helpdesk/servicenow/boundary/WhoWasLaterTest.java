package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.InternalNote;
import org.beistand.helpdesk.ticket.entity.PublicReply;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Changes of one field on both sides with other things around them, and what does not fit into a ticket. */
class WhoWasLaterTest {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    /** ServiceNow's. Ours is the system's. */
    private final TestClock theirs = new TestClock();

    private ServiceNowDouble instance;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        theirs.advance(Duration.between(TestClock.START, Instant.now(Clock.systemUTC()))
                .minus(Duration.ofMinutes(2)));
        instance = ServiceNowDouble.start(0, theirs);
    }

    @AfterEach
    void stop() throws IOException {
        instance.close();
    }

    @OnBothDatabases
    void anotherFieldThatWasChangedLastMakesNoFieldLater(TestDatabase database) {
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("As it was");
        changed(both, ticket, Map.of("short_description", "theirs"));
        rename(both, ticket, "ours");
        theirs.advance(Duration.ofMinutes(4));
        changed(both, ticket, Map.of("state", "2"));
        both.delivered();
        assertThat(both.ticket(ticket).subject()).isEqualTo("ours");
        assertThat(both.row(ticket)).containsEntry("short_description", "ours").containsEntry("state", "2");
        assertThat(both.entries(InternalNote.class, ticket)).singleElement().satisfies(note -> {
            assertThat(note.text()).contains("theirs");
            assertThat(note.author().name()).isEqualTo("beth.anglin (ServiceNow)");
        });
    }

    @OnBothDatabases
    void aNoteOfOurOwnMakesNoFieldOfTheirsLater(TestDatabase database) {
        instance.hides("sys_audit");
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("As it was");
        changed(both, ticket, Map.of("short_description", "theirs"));
        theirs.advance(Duration.ofMinutes(4));
        both.desk.note(ticket, "goes first and changes the incident");
        rename(both, ticket, "ours");
        both.delivered();
        assertThat(both.ticket(ticket).subject()).isEqualTo("ours");
        assertThat(both.row(ticket)).containsEntry("short_description", "ours");
        assertThat(both.entries(InternalNote.class, ticket))
                .extracting(InternalNote::text)
                .anyMatch(text -> text.contains("theirs"));
    }

    @OnBothDatabases
    void theirsIsTakenThoughANoteOfOursCameAfterIt(TestDatabase database) {
        instance.hides("sys_audit");
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("As it was");
        rename(both, ticket, "ours");
        theirs.advance(Duration.ofMinutes(4));
        both.delivered();
        both.poll();
        changed(both, ticket, Map.of("short_description", "theirs"));
        both.desk.note(ticket, "ours again");
        both.delivered();
        both.poll();
        assertThat(both.ticket(ticket).subject()).isEqualTo("theirs");
        assertThat(both.entries(FieldChange.class, ticket))
                .filteredOn(change -> change.field() == TicketField.SUBJECT)
                .extracting(change -> change.author().name())
                .containsExactly("Maria Lindner", "ServiceNow");
    }

    /** Ours is minutes ahead here, as it is whenever taking something in takes its time. */
    @OnBothDatabases
    void whatWasTakenFromThemIsNoLaterChangeOfOurs(TestDatabase database) {
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("As it was");
        changed(both, ticket, Map.of("short_description", "theirs"));
        both.poll();
        theirs.advance(Duration.ofSeconds(5));
        changed(both, ticket, Map.of("short_description", "theirs again"));
        both.poll();
        assertThat(both.ticket(ticket).subject()).isEqualTo("theirs again");
        assertThat(both.entries(InternalNote.class, ticket)).isEmpty();
    }

    @OnBothDatabases
    void whatIsLongerThanATicketHoldsIsCutAndSaidSo(TestDatabase database) {
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("Short");
        String subject = "long ".repeat(60) + "end";
        changed(both, ticket, Map.of("short_description", subject, "comments", "x".repeat(30_000), "state", "2"));
        both.poll();
        both.poll();
        assertThat(both.ticket(ticket).subject())
                .hasSize(200)
                .startsWith("long long")
                .endsWith("…");
        assertThat(both.entries(InternalNote.class, ticket))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains(subject));
        assertThat(both.entries(PublicReply.class, ticket))
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).hasSize(20_000).contains("xxx\n\n["));
    }

    @OnBothDatabases
    void whatCannotBeTakenInIsSaidAndReadAgainUntilItCan(TestDatabase database) {
        var both = new Both(database, data, instance);
        UUID ticket = both.toldTicket("Caller");
        String impossible = instance.person("long", "Long Address", "a".repeat(300) + "@example.com");
        changed(both, ticket, Map.of("caller_id", impossible, "comments", "not to be lost"));
        both.poll();
        assertThat(both.entries(PublicReply.class, ticket)).isEmpty();
        assertThat(both.here(() ->
                        both.bean(Connections.class).current().orElseThrow().failure()))
                .startsWith("not-taken: INC");

        theirs.advance(Duration.ofMinutes(10));
        both.poll();
        theirs.advance(Duration.ofMinutes(10));
        changed(both, ticket, Map.of("caller_id", ""));
        both.poll();
        assertThat(both.entries(PublicReply.class, ticket))
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).isEqualTo("not to be lost"));
    }

    private static void rename(Both both, UUID ticket, String subject) {
        both.here(() -> both.bean(TicketChanges.class)
                .change(
                        ticket,
                        both.bean(Tickets.class).require(ticket).version(),
                        TicketEdit.nothing().withSubject(subject),
                        MARIA));
    }

    private static void changed(Both both, UUID ticket, Map<String, String> values) {
        both.instance.changedBy("beth.anglin", "incident", both.incident(ticket), values);
    }
}
