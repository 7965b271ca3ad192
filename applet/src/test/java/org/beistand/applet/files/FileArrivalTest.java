package org.beistand.applet.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.beistand.engine.protocol.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Onto a real disk. */
class FileArrivalTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path home;

    private Path folder;
    private DownloadFolder downloads;
    private boolean allowed = true;

    @BeforeEach
    void choose() {
        folder = home.resolve("Downloads");
        downloads = new DownloadFolder(folder, Clock.systemUTC());
    }

    private FileArrival begin(String name, long bytes) throws IOException {
        return new FileArrival(permission -> allowed, downloads, name, bytes);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isThereOnceItIsWhole() throws IOException {
        try (FileArrival arrival = begin("../a.txt", 3)) {
            assertThat(arrival.take(0, bytes("ab"))).isEmpty();
            assertThat(arrival.isComplete()).isFalse();
            assertThat(names()).singleElement().asString().endsWith(".beistand-part");
            assertThat(arrival.take(2, bytes("c"))).isEmpty();
            assertThat(arrival.isComplete()).isTrue();
            assertThat(arrival.settle()).isEqualTo(FileEnd.TAKEN);
            assertThat(arrival.place()).contains(folder.resolve("a.txt"));
            assertThat(HexFormat.of().formatHex(arrival.sha256())).isEqualTo(SHA256_OF_ABC);
        }
        assertThat(names()).containsExactly("a.txt");
        assertThat(folder.resolve("a.txt")).hasContent("abc");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replacesNothing() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("a.txt"), "mine");
        Files.createSymbolicLink(folder.resolve("a (2).txt"), home.resolve("elsewhere"));
        try (FileArrival arrival = begin("a.txt", 0)) {
            assertThat(arrival.settle()).isEqualTo(FileEnd.TAKEN);
        }
        assertThat(names()).containsExactly("a (2).txt", "a (3).txt", "a.txt");
        assertThat(folder.resolve("a.txt")).hasContent("mine");
        assertThat(home.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void refusesPiecesThatDoNotMakeIt() throws IOException {
        try (FileArrival arrival = begin("a", 9)) {
            assertThat(arrival.take(1, bytes("b"))).contains(FileEnd.BROKEN);
            assertThat(arrival.take(0, bytes(""))).contains(FileEnd.BROKEN);
            assertThat(arrival.take(-1, bytes("b"))).contains(FileEnd.BROKEN);
            assertThat(arrival.take(0, bytes("0123456789"))).contains(FileEnd.BROKEN);
            assertThat(arrival.received()).isZero();
        }
        try (FileArrival arrival = begin("a", Limits.FILE_BYTES / 1024)) {
            assertThat(arrival.take(0, ByteBuffer.allocate(Limits.FILE_PIECE_BYTES + 1)))
                    .contains(FileEnd.BROKEN);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void stopsWithConsentEvenAtTheLastMoment() throws IOException {
        try (FileArrival arrival = begin("a", 2)) {
            assertThat(arrival.take(0, bytes("a"))).isEmpty();
            allowed = false;
            assertThat(arrival.take(1, bytes("b"))).contains(FileEnd.NOT_PERMITTED);
            allowed = true;
            assertThat(arrival.take(1, bytes("b"))).isEmpty();
            allowed = false;
            assertThat(arrival.settle()).isEqualTo(FileEnd.NOT_PERMITTED);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesRoomOnTheDiskAndSweepsWhatWasForgotten() throws IOException {
        Files.createDirectories(folder);
        Path forgotten = Files.createFile(folder.resolve(".1.beistand-part"));
        Path young = Files.createFile(folder.resolve(".2.beistand-part"));
        Instant lastWeek = Clock.systemUTC().instant().minus(Duration.ofDays(7));
        Files.setLastModifiedTime(forgotten, FileTime.from(lastWeek));
        assertThatThrownBy(() -> begin("a", Long.MAX_VALUE / 2)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly(young.getFileName().toString());
    }
}
