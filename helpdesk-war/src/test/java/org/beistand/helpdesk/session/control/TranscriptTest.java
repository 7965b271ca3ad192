package org.beistand.helpdesk.session.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.Invitation;
import org.beistand.helpdesk.session.entity.JournalLine;
import org.beistand.helpdesk.session.entity.MovedFile;
import org.beistand.helpdesk.session.entity.PinSeal;
import org.beistand.helpdesk.session.entity.SupportSession;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String HASH = "c3".repeat(32);

    @Test
    void namesFilesBetweenPermissionsAndConversationInTheSessionsLanguage() {
        var journal = List.of(
                file(1, "file_write", new MovedFile("update.zip", 12_345_678L, HASH)),
                file(2, "file_read", new MovedFile("trace.log", 2_000L, HASH)),
                JournalLine.chat(UUID.randomUUID(), UUID.randomUUID(), 3, START, "Anna", true, "Here it is"));

        assertThat(transcript("en").write(List.of(), journal))
                .containsSubsequence(
                        "Permissions",
                        "Files",
                        "08:00:01  Maria Lindner sent to the customer's computer: update.zip (11.8 MB, SHA-256 " + HASH,
                        "08:00:02  Maria Lindner got from the customer's computer: trace.log (2 KB, SHA-256 " + HASH,
                        "Conversation",
                        "Here it is");
        assertThat(transcript("de").write(List.of(), journal)).contains("Dateien", "(11,8 MB, SHA-256 ");
    }

    private static JournalLine file(int number, String permission, MovedFile file) {
        var at = START.plusSeconds(number);
        return JournalLine.file(UUID.randomUUID(), UUID.randomUUID(), number, at, "Maria Lindner", permission, file);
    }

    private static Transcript transcript(String language) {
        var invitation = new Invitation(
                UUID.randomUUID(),
                "INC-1042",
                "Printer offline",
                UUID.randomUUID(),
                "Maria Lindner",
                "Service Desk",
                "Anna Schmidt",
                language,
                START.plusSeconds(43_200));
        var session = SupportSession.request(
                UUID.randomUUID(), invitation, new PinSeal("00", 6, START.plusSeconds(900)), START);
        return new Transcript(session, ZoneOffset.UTC);
    }
}
