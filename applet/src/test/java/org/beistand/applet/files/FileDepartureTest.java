package org.beistand.applet.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.beistand.engine.protocol.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real disk, as fast as the other end confirms. */
class FileDepartureTest {

    private static final int PIECE = Limits.FILE_PIECE_BYTES;
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    @TempDir
    Path folder;

    private final byte[] content = new byte[10 * PIECE + 17];
    private OfferedFile file;
    private long now;

    @BeforeEach
    void choose() throws IOException {
        new Random(7).nextBytes(content);
        file = OfferedFile.of(Files.write(folder.resolve("a.bin"), content));
    }

    private byte[] take(FileDeparture departure, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < most) {
            Optional<FileDeparture.Piece> piece = departure.next(now);
            if (piece.isEmpty()) {
                break;
            }
            byte[] bytes = new byte[piece.get().bytes().remaining()];
            piece.get().bytes().get(bytes);
            all.writeBytes(bytes);
            now += MILLISECOND;
            departure.confirm(piece.get().offset() + bytes.length, now);
        }
        return all.toByteArray();
    }

    @Test
    void isTheWholeFileAndItsDigest() throws Exception {
        try (FileDeparture departure = new FileDeparture(file)) {
            assertThat(take(departure, Integer.MAX_VALUE)).isEqualTo(content);
            assertThat(departure.hasLeft()).isTrue();
            assertThat(departure.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }
    }

    @Test
    void goesOnAnywhereAndHashesAllTheSame() throws Exception {
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(content);
        try (FileDeparture departure = new FileDeparture(file)) {
            take(departure, 5 * PIECE);
            departure.from(3 * PIECE + 5);
            byte[] rest = take(departure, Integer.MAX_VALUE);
            assertThat(rest).hasSize(content.length - 3 * PIECE - 5);
            assertThat(departure.sha256()).isEqualTo(expected);
        }
        try (FileDeparture departure = new FileDeparture(file)) {
            departure.from(content.length - 3L);
            assertThat(take(departure, Integer.MAX_VALUE)).hasSize(3);
            assertThat(departure.sha256()).isEqualTo(expected);
        }
        try (FileDeparture departure = new FileDeparture(file)) {
            departure.from(content.length);
            assertThat(departure.next(now)).isEmpty();
            assertThat(departure.sha256()).isEqualTo(expected);
        }
    }

    @Test
    void waitsForConfirmations() throws IOException {
        try (FileDeparture departure = new FileDeparture(file)) {
            assertThat(departure.next(now)).isPresent();
            assertThat(departure.next(now)).isPresent();
            assertThat(departure.next(now)).isEmpty();
            departure.confirm(content.length, now); // more than was sent
            assertThat(departure.next(now)).isEmpty();
            departure.confirm(PIECE, now + MILLISECOND);
            assertThat(departure.next(now)).isPresent();
            assertThat(departure.next(now)).isPresent();
            assertThat(departure.next(now)).isEmpty();
        }
    }

    @Test
    void isNotSentWhenItHasChanged() throws IOException {
        FileDeparture departure = new FileDeparture(file);
        take(departure, 2 * PIECE);
        Files.writeString(file.path(), "something else");
        assertThatThrownBy(() -> departure.from(0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new FileDeparture(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> take(departure, Integer.MAX_VALUE)).isInstanceOf(IOException.class);
        departure.close();
        assertThatThrownBy(() -> OfferedFile.of(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void aQueueShrinksTheWindowAndAFreePathWidensIt() {
        FlightWindow window = new FlightWindow();
        long end = 0;
        for (int round = 0; round < 200; round++) {
            end = fill(window, end, 0);
            window.confirmed(end, 10 * MILLISECOND);
        }
        long full = fill(window, end, 0);
        assertThat(full - end).isEqualTo(FlightWindow.MOST_PIECES);
        for (long confirmed = end + 1; confirmed <= full; confirmed++) {
            window.confirmed(confirmed, 90 * MILLISECOND);
        }
        assertThat(fill(window, full, 0) - full).isEqualTo(FlightWindow.LEAST_PIECES);
    }

    private static long fill(FlightWindow window, long from, long nanos) {
        long end = from;
        while (window.hasRoom()) {
            end++;
            window.sent(end, nanos);
        }
        return end;
    }
}
