package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.beistand.applet.counterpart.FilingPage;
import org.beistand.applet.desktop.Desktop;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.files.FileProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to and from a real desktop, chosen and allowed by a real pointer and keyboard. */
class FilesIT {

    @TempDir
    Path folder;

    private final byte[] content = new byte[20 * Limits.FILE_PIECE_BYTES + 13];
    private CustomersDesk desk;
    private FilingPage page;

    @BeforeEach
    void open() throws Exception {
        new Random(11).nextBytes(content);
        desk = new CustomersDesk(folder);
        page = new FilingPage(desk.relay);
        desk.startWithTechnician();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void takesAFileOnceAndOnlyWithConsentAndGoesOnAfterABreak() throws Exception {
        String id = UUID.randomUUID().toString();
        String name = "../Beri\u202Echt.pdf";
        assertThat(page.offer(id, name, content.length).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_NOT_PERMITTED);
        allow("in");
        int half = 9 * Limits.FILE_PIECE_BYTES;
        assertThat(page.offer(id, name, content.length).getBytes()).isZero();
        page.send(id, content, 0, half);
        page.awaitReceived(id, half);
        desk.screenshot("file-arriving");
        breakTheWay();
        assertThat(page.offer(id, name, content.length).getBytes()).isEqualTo(half);
        page.send(id, content, half, content.length);
        Desktop.await("all is taken", () -> page.ended(id).getOutcome() == FileOutcome.FILE_OUTCOME_TAKEN);
        assertThat(page.ended(id).getSha256().toByteArray()).isEqualTo(sha256());
        assertThat(page.offer(id, name, content.length).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
        Path downloads = folder.resolve("Downloads");
        assertThat(downloads.resolve("Bericht.pdf")).hasBinaryContent(content);
        desk.screenshot("file-arrived");
        String second = UUID.randomUUID().toString();
        page.offer(second, "Bericht.pdf", 3);
        page.piece(second, 0, new byte[] {1, 2, 3});
        assertThat(page.ended(second).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
        assertThat(names(downloads)).containsExactly("Bericht (2).pdf", "Bericht.pdf");
        Desktop.await("the journal has both", () -> moved().size() == 2);
        assertThat(moved().getFirst())
                .isEqualTo("file_write Maria Lindner Bericht.pdf %d %s"
                        .formatted(content.length, HexFormat.of().formatHex(sha256())));
    }

    @Test
    void refusesWhatNoHonestPageSendsAndLeavesNothingBehind() throws Exception {
        allow("in");
        String huge = UUID.randomUUID().toString();
        assertThat(page.offer(huge, "huge", Limits.FILE_BYTES + 1L).getOutcome())
                .isEqualTo(FileOutcome.FILE_OUTCOME_TOO_LARGE);
        assertThat(page.offer(huge, "x".repeat(300), 3).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_BROKEN);
        String gap = UUID.randomUUID().toString();
        page.offer(gap, "gap", 30);
        page.piece(gap, 5, new byte[5]);
        assertThat(page.ended(gap).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_BROKEN);
        String replaced = UUID.randomUUID().toString();
        page.offer(replaced, "replaced", 30);
        page.piece(replaced, 0, new byte[5]);
        page.awaitReceived(replaced, 5);
        String unfinished = UUID.randomUUID().toString();
        page.offer(unfinished, "unfinished", 30);
        assertThat(page.ended(replaced).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_CANCELLED);
        page.piece(unfinished, 0, new byte[5]);
        page.awaitReceived(unfinished, 5);
        assertThat(names(folder.resolve("Downloads"))).hasSize(1);
        desk.relay.technicianLeaves(true); // and with the last technician goes what was allowed
        Desktop.await(
                "nothing is left", () -> names(folder.resolve("Downloads")).isEmpty());
        assertThat(moved()).isEmpty();
    }

    @Test
    void givesWhatTheCustomerChoosesAndNothingElse() throws Exception {
        Path report = Files.write(folder.resolve("report.bin"), content);
        String unknown = UUID.randomUUID().toString();
        page.fetch(unknown, 0);
        assertThat(page.ended(unknown).getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_GONE);
        assertThat(desk.relay.count(MessageType.FILE_PIECE)).isZero();
        choose(report);
        Desktop.await("the offer", () -> !page.offers().isEmpty());
        String id = page.offers().getFirst().getId();
        assertThat(page.offers().getFirst().getName()).isEqualTo("report.bin");
        assertThat(page.offers().getFirst().getBytes()).isEqualTo(content.length);
        desk.screenshot("file-offered");
        page.fetch(id, 0);
        int some = page.receive(id, 5L * Limits.FILE_PIECE_BYTES).length;
        breakTheWay();
        Desktop.await("the offer, once more", () -> page.offers().size() > 1);
        page.fetch(id, some);
        assertThat(page.receive(id, content.length)).isEqualTo(content);
        page.tell(id, content.length, FileOutcome.FILE_OUTCOME_TAKEN);
        FileProgress end = page.ended(id);
        assertThat(end.getOutcome()).isEqualTo(FileOutcome.FILE_OUTCOME_TAKEN);
        assertThat(end.getSha256().toByteArray()).isEqualTo(sha256());
        Desktop.await("the journal has it", () -> !moved().isEmpty());
        assertThat(moved())
                .containsExactly("file_read Maria Lindner report.bin %d %s"
                        .formatted(content.length, HexFormat.of().formatHex(sha256())));
        desk.screenshot("file-fetched");
        Files.writeString(report, "something else");
        page.fetch(id, 0);
        Desktop.await("it is gone", () -> page.ended(id).getOutcome() == FileOutcome.FILE_OUTCOME_GONE);
        desk.screenshot("file-gone");
    }

    private void allow(String request) {
        desk.relay.ask(request, "file_write");
        desk.screenshotWhenAsked("file-write-asked");
        desk.click("allow", request);
    }

    /** In the dialog of the program. */
    private void choose(Path file) throws Exception {
        desk.click(desk.centreOf("give"));
        desk.desktop.awaitWindow("Which files may your technician fetch");
        desk.screenshot("file-choice");
        desk.desktop.run("xdotool", "type", file.toString());
        desk.desktop.run("xdotool", "key", "Return");
    }

    private void breakTheWay() {
        long histories = desk.relay.count(MessageType.CHAT_HISTORY);
        desk.relay.cut();
        Desktop.await("the applet is back", () -> desk.relay.count(MessageType.CHAT_HISTORY) > histories);
    }

    private List<String> moved() {
        return desk.helpdesk.journal().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.FILE_MOVED)
                .map(entry -> entry.permission() + " " + entry.author() + shortly(entry.file()))
                .toList();
    }

    private static String shortly(JournalEntry.@Nullable MovedFile file) {
        return file == null ? "" : " %s %d %s".formatted(file.name(), file.bytes(), file.sha256());
    }

    private static List<String> names(Path downloads) {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private byte[] sha256() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
