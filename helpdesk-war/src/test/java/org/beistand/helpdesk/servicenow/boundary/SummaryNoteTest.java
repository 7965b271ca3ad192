package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.recording.entity.RecordingKey;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.Invitation;
import org.beistand.helpdesk.session.entity.PinSeal;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.SessionEntry;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.io.TempDir;

/** What an incident is told of a finished session. */
class SummaryNoteTest {

    private static final String SENT = "a1".repeat(32);
    private static final String GOT = "b2".repeat(32);
    private static final Instant AT = Instant.parse("2026-11-23T08:01:02Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void namesTheFilesThatWereMovedAndCountsTheirToolsAndNamesTheTranscript(TestDatabase database) throws IOException {
        var note = note(
                database,
                List.of(
                        new FileMoved(AT, "Maria Lindner", "file_write", "update.zip", 1_234_567, SENT),
                        new FileMoved(AT, "Maria Lindner", "file_read", "trace.log", 0, GOT)),
                0);

        assertThat(note.lines())
                .contains(
                        "Files:",
                        "- to the customer's computer: update.zip (1234567 B, SHA-256 " + SENT
                                + "), sent by Maria Lindner, 2026-11-23 08:01:02 UTC",
                        "- from the customer's computer: trace.log (0 B, SHA-256 " + GOT
                                + "), got by Maria Lindner, 2026-11-23 08:01:02 UTC",
                        "Tools used: viewing, files to the customer, files from the customer")
                .anyMatch(line -> line.startsWith("Transcript: chat-"));
    }

    @OnBothDatabases
    void aSessionWithoutFilesHasNone(TestDatabase database) throws IOException {
        assertThat(note(database, List.of(), 0).lines()).contains("Files: -", "Tools used: viewing");
    }

    @OnBothDatabases
    void staysShortWhenManyFilesWereMoved(TestDatabase database) throws IOException {
        var file = new FileMoved(AT, "Maria Lindner", "file_read", "n".repeat(255), 1, GOT);
        var note = note(database, Collections.nCopies(100, file), 20);

        var told = note.lines().filter(line -> line.contains("nnn")).count();
        assertThat(told).isBetween(5L, 15L);
        assertThat(note).contains("- and " + (120 - told) + " more, named in the transcript");
        assertThat(note.length()).isLessThan(6_000);
    }

    @OnBothDatabases
    void aFilesNameStaysAName(TestDatabase database) throws IOException {
        var name = "[code]<b onclick='x'>[/CODE] {0} '' ''{1}.log";
        assertThat(note(database, List.of(new FileMoved(AT, "Maria", "file_read", name, 5, GOT)), 0))
                .contains(": [ code]<b onclick='x'>[ /CODE] {0} '' ''{1}.log (5 B, ")
                .doesNotContainIgnoringCase("[code]", "[/code]");
    }

    @OnBothDatabases
    void saysWhereARecordingIsPlayedWhileThereIsOne(TestDatabase database) throws IOException {
        assertThat(note(database, List.of(), 0)).contains("Recording: none");

        var session = new UUID[1];
        var note = note(database, List.of(), 0, (both, ticket) -> {
            session[0] = both.entries(SessionEntry.class, ticket)
                    .getFirst()
                    .summary()
                    .sessionId();
            recorded(both, ticket, session[0]);
        });
        assertThat(note.lines()).contains("Recording: /desk/recording/" + session[0]);
    }

    @OnBothDatabases
    void speaksTheCompanysLanguage(TestDatabase database) throws IOException {
        var note = note(
                database,
                List.of(),
                0,
                (both, ticket) -> both.here(() -> {
                    var company = both.bean(Companies.class).byId(both.company).orElseThrow();
                    company.speak(Locale.GERMAN);
                    return company;
                }));
        assertThat(note.lines())
                .contains("Zusammenfassung der Fernunterstützung: durch die anfragende Person")
                .noneMatch(line -> line.contains("ended_by_customer"));
    }

    /** What a relay and an administrator would have left behind. */
    private static void recorded(Both both, UUID ticket, UUID session) {
        both.here(() -> {
            var maria = new Account("maria", "-", Role.TECHNICIAN, AT);
            both.bean(Accounts.class).add(maria);
            both.bean(Technicians.class).add(new Technician(maria.id(), "Maria Lindner", "", ""));
            var invitation =
                    new Invitation(ticket, "INC-1", "Drucker", maria.id(), "Maria Lindner", "", "Anna Kunde", "de", AT);
            both.bean(Sessions.class).add(SupportSession.request(session, invitation, new PinSeal("-", 6, AT), AT));
            var material = RecordingKey.Material.of(zeros(32), 600_000, zeros(16), zeros(12), zeros(64));
            var key = new RecordingKey(material, "admin", AT);
            both.bean(RecordingPolicies.class).use(key);
            var label = Tape.Label.of(UUID.randomUUID(), "Maria Lindner", AT, key.id(), zeros(32), zeros(80));
            both.bean(Tapes.class).add(new Tape(UUID.randomUUID(), session, ticket, label, AT));
            return key;
        });
    }

    private static String zeros(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
    }

    private String note(TestDatabase database, List<FileMoved> files, int more) throws IOException {
        return note(database, files, more, (both, ticket) -> {});
    }

    private String note(TestDatabase database, List<FileMoved> files, int more, BiConsumer<Both, UUID> before)
            throws IOException {
        try (var instance = ServiceNowDouble.start(0, Clock.systemUTC())) {
            var both = new Both(database, data, instance);
            UUID ticket = both.toldTicket("Dateien");
            both.desk.session(ticket, "ended_by_customer", files, more);
            before.accept(both, ticket);
            both.delivered();
            return instance.rows("sys_journal_field").stream()
                    .filter(row -> "work_notes".equals(row.get("element")))
                    .map(row -> row.getOrDefault("value", ""))
                    .filter(text -> text.startsWith("[Beistand ticket.session_entry_added "))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
