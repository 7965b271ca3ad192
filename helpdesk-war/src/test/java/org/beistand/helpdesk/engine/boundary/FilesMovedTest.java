package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import java.util.stream.IntStream;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.JournalEntry.MovedFile;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.entity.SessionSummary;
import org.beistand.helpdesk.ticket.entity.SessionSummary.FileMoved;

/** Files that went from one computer to the other, from the applet's word to the ticket. */
class FilesMovedTest {

    private static final String SENT = "a1".repeat(32);
    private static final String GOT = "b2".repeat(32);

    @OnBothDatabases
    void theTicketAndTheTranscriptNameEachFileWithWayAndSizeAndHash(TestDatabase database) {
        var desk = new Desk(database);
        var opened = arrived(desk);
        desk.appletSays(
                opened.id(),
                moved(desk, 1, "file_write", new MovedFile("Update 2.zip", 3 << 19, SENT)),
                moved(desk, 2, "file_read", new MovedFile("/var/log/Störung\u202E\n{0}.log", 0, GOT)));
        end(desk, opened);

        var summary = desk.entries().getFirst().summary();
        assertThat(summary.files())
                .extracting(
                        FileMoved::technician,
                        FileMoved::permission,
                        FileMoved::name,
                        FileMoved::bytes,
                        FileMoved::sha256)
                .containsExactly(
                        tuple("Maria Lindner", "file_write", "Update 2.zip", 3L << 19, SENT),
                        tuple("Maria Lindner", "file_read", "Störung{0}.log", 0L, GOT));
        assertThat(summary.moreFiles()).isZero();
        assertThat(desk.transcript())
                .contains("\nDateien\n")
                .contains("Maria Lindner hat an den Rechner des Kunden gesendet: Update 2.zip (1,5 MB, SHA-256 " + SENT)
                .contains("Maria Lindner hat vom Rechner des Kunden erhalten: Störung{0}.log (0 B, SHA-256 " + GOT);
    }

    @OnBothDatabases
    void aFileIsToldOnceAndOneThatWentNoKnownWayNotAtAll(TestDatabase database) {
        var desk = new Desk(database);
        var opened = arrived(desk);
        var file = moved(desk, 1, "file_write", new MovedFile("once.txt", 7, SENT));
        var nowhere = moved(desk, 2, "view", new MovedFile("nowhere.txt", 7, SENT));
        var last = moved(desk, 3, "file_read", new MovedFile("last.txt", 7, GOT));
        desk.appletSays(opened.id(), file, file, nowhere, last);
        desk.appletSays(opened.id(), file, nowhere);
        end(desk, opened);
        desk.appletSays(opened.id(), moved(desk, 4, "file_read", new MovedFile("late.txt", 7, GOT)));

        assertThat(desk.entries().getFirst().summary().files())
                .extracting(FileMoved::name)
                .containsExactly("once.txt", "last.txt");
        assertThat(desk.transcript()).containsOnlyOnce("once.txt").doesNotContain("nowhere.txt", "late.txt");
    }

    @OnBothDatabases
    void aCardListsAsManyAsPeopleReadAndTheTranscriptAll(TestDatabase database) {
        var desk = new Desk(database);
        var opened = arrived(desk);
        var all = SessionSummary.MOST_FILES + 3;
        var entries = IntStream.range(0, all)
                .mapToObj(number -> moved(desk, number, "file_read", new MovedFile("f" + number + ".txt", 1, GOT)))
                .toList();
        for (int from = 0; from < all; from += Journal.MOST) {
            var batch = entries.subList(from, Math.min(all, from + Journal.MOST));
            desk.appletSays(opened.id(), batch.toArray(JournalEntry[]::new));
        }
        end(desk, opened);

        var summary = desk.entries().getFirst().summary();
        assertThat(summary.files()).hasSize(SessionSummary.MOST_FILES);
        assertThat(summary.moreFiles()).isEqualTo(3);
        assertThat(desk.transcript()).contains(": f0.txt (", ": f" + (all - 1) + ".txt (");
    }

    @OnBothDatabases
    void aSessionWithoutFilesSaysNothingOfThem(TestDatabase database) {
        var desk = new Desk(database);
        end(desk, arrived(desk));

        assertThat(desk.entries().getFirst().summary().files()).isEmpty();
        assertThat(desk.transcript()).doesNotContain("Dateien");
    }

    private static OpenedSession arrived(Desk desk) {
        var opened = desk.open();
        desk.arrive(opened);
        return opened;
    }

    private static void end(Desk desk, OpenedSession opened) {
        desk.appletSays(
                opened.id(),
                JournalEntry.sessionEnded(UUID.randomUUID(), 1_000, desk.clock.instant(), Status.ENDED_BY_CUSTOMER));
    }

    private static JournalEntry moved(Desk desk, int number, String permission, MovedFile file) {
        return JournalEntry.fileMoved(
                UUID.randomUUID(), number, desk.clock.instant(), "Maria Lindner", permission, file);
    }
}
