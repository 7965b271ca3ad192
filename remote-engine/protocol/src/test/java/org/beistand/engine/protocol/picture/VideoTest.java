package org.beistand.engine.protocol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Films in packed pictures, and frames of VP8 that mean harm. */
class VideoTest {

    private static final int SCREEN = 100;
    private static final int[] BLACK = new int[SCREEN * SCREEN];
    private static final Area FILM = new Area(10, 20, TestFilm.WIDTH, TestFilm.HEIGHT);
    private static final PictureContent PICTURE =
            new PictureContent(List.of(), List.of(), List.of(), false, Optional.of(FILM), true);

    private final List<byte[]> seen = new ArrayList<>();
    private final List<Boolean> keys = new ArrayList<>();
    private long picture;

    @Test
    void everyFrameReachesTheDecoderAsItWasAndIsPaintedInItsPlace() {
        int[] screen = new int[BLACK.length];
        try (PackedWriter writer = filming();
                PictureReader reader = reader()) {
            writer.begin();
            for (int frame = 0; frame < TestFilm.frames(); frame++) {
                paint(reader, picture(writer, PICTURE), frame == 0, screen);
            }
            assertThat(writer.tally().summary()).contains("video: 4 rectangles");
        }
        assertThat(keys).containsExactly(true, false, false, false);
        for (int frame = 0; frame < TestFilm.frames(); frame++) {
            assertThat(seen.get(frame)).isEqualTo(TestFilm.frame(frame));
        }
        int[] last = TestFilm.pixels(3);
        for (int row = 0; row < TestFilm.HEIGHT; row++) {
            int start = (20 + row) * SCREEN + 10;
            int from = row * TestFilm.WIDTH;
            assertThat(Arrays.mismatch(screen, start, start + TestFilm.WIDTH, last, from, from + TestFilm.WIDTH))
                    .isNegative();
        }
    }

    @Test
    void afterANewBeginningTheFilmBeginsAnew() {
        try (PackedWriter writer = filming();
                PictureReader reader = reader()) {
            writer.begin();
            paint(reader, picture(writer, PICTURE), true, BLACK.clone());
            paint(reader, picture(writer, PICTURE), false, BLACK.clone());
            writer.begin();
            paint(reader, picture(writer, PICTURE), true, BLACK.clone());
        }
        assertThat(keys).containsExactly(true, false, true);
    }

    @Test
    void whatIsOfAnEarlierStreamIsRefused() {
        try (PackedWriter writer = filming();
                PictureReader reader = reader()) {
            writer.begin();
            picture(writer, PICTURE);
            List<ByteBuffer> second = picture(writer, PICTURE);
            assertThatThrownBy(() -> paint(reader, second, true, BLACK.clone())).isInstanceOf(FrameRefused.class);
        }
    }

    @Test
    void withoutACoderTheFilmGoesAsAPhotographOrExactly() {
        int[] screen = JavaPhotos.photograph(SCREEN, SCREEN, 5);
        int[] painted = new int[screen.length];
        try (PackedWriter writer = new PackedWriter();
                PictureReader reader = reader()) {
            writer.begin();
            List<ByteBuffer> payloads = new ArrayList<>();
            writer.write(1, new Raster(screen, SCREEN), PICTURE, Long.MAX_VALUE, collect(payloads));
            paint(reader, payloads, true, painted);
        }
        assertThat(painted[25 * SCREEN + 15]).isEqualTo(screen[25 * SCREEN + 15] | 0xFF000000);
    }

    @Test
    void whatTheCoderCannotMakeGoesOtherwise() {
        int[] painted = new int[BLACK.length];
        try (PackedWriter writer = filming();
                PictureReader reader = reader()) {
            writer.begin();
            for (int frame = 0; frame <= TestFilm.frames(); frame++) {
                paint(reader, picture(writer, PICTURE), frame == 0, painted);
            }
        }
        assertThat(painted[25 * SCREEN + 15]).isEqualTo(0xFF000000);
    }

    @Test
    void whenThePathTakesNoMoreTheFilmWaits() {
        int[] noise = JavaPhotos.photograph(SCREEN, SCREEN, 6);
        try (PackedWriter writer = filming()) {
            writer.begin();
            PictureContent both = new PictureContent(
                    List.of(), List.of(new Area(0, 0, SCREEN, SCREEN)), List.of(), false, Optional.of(FILM), true);
            assertThat(writer.write(1, new Raster(noise, SCREEN), both, 100, (payload, first, last) -> {}))
                    .containsExactly(FILM);
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("cut off in its tag", Arrays.copyOf(TestFilm.frame(0), 2)),
                Arguments.of("cut off in its head", Arrays.copyOf(TestFilm.frame(0), 9)),
                Arguments.of("cut off in its first part", Arrays.copyOf(TestFilm.frame(0), 30)),
                Arguments.of("another version", changed(frame -> frame[0] |= 2)),
                Arguments.of("shows nothing", changed(frame -> frame[0] &= (byte) ~0x10)),
                Arguments.of("no start code", changed(frame -> frame[3] = 0)),
                Arguments.of("another width", changed(frame -> frame[6]++)),
                Arguments.of("another height", changed(frame -> frame[8]++)),
                Arguments.of("huge", changed(frame -> Arrays.fill(frame, 6, 10, (byte) 0xFF))),
                Arguments.of("scaled", changed(frame -> frame[7] |= 0x40)),
                Arguments.of("without its beginning", TestFilm.frame(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refusesWhatNoDecoderShouldSee(String name, byte[] frame) {
        Vp8Shape gate = new Vp8Shape();
        FrameRefused refused =
                catchThrowableOfType(FrameRefused.class, () -> gate.check(frame, 0, frame.length, 64, 48));
        assertThat(refused.status()).isEqualTo(Status.PROTOCOL_ERROR);
    }

    @Test
    void refusesMorePixelsThanALimit() {
        Vp8Shape gate = new Vp8Shape();
        byte[] frame = TestFilm.frame(0);
        assertThatThrownBy(() -> gate.check(frame, 0, frame.length, 16_000, 16_000))
                .isInstanceOf(FrameRefused.class);
    }

    @Test
    void whateverIsChangedIsRefusedOrOfTheRightSize() {
        SplittableRandom random = new SplittableRandom(Long.getLong("fuzz.seed", 1));
        int passed = 0;
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 20_000); round++) {
            byte[] frame = TestFilm.frame(random.nextInt(TestFilm.frames()));
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                frame[random.nextInt(Math.min(frame.length, 12))] = (byte) random.nextInt();
            }
            Vp8Shape gate = new Vp8Shape();
            try {
                boolean key = gate.check(frame, 0, frame.length, 64, 48);
                assertThat(key && frame[6] == 64 && frame[7] == 0 && frame[8] == 48 && frame[9] == 0)
                        .isTrue();
                passed++;
            } catch (FrameRefused refused) {
                assertThat(refused.status()).isEqualTo(Status.PROTOCOL_ERROR);
            }
        }
        assertThat(passed).isPositive();
    }

    private static byte[] changed(Consumer<byte[]> change) {
        byte[] frame = TestFilm.frame(0);
        change.accept(frame);
        return frame;
    }

    private static PackedWriter filming() {
        return new PackedWriter(Optional.empty(), Optional.of(new TestFilm()));
    }

    /** Knows the film by its frames. */
    private PictureReader reader() {
        return new PictureReader((jpeg, width, height) -> new int[0], (frame, key, width, height) -> {
            seen.add(frame);
            keys.add(key);
            return TestFilm.pixels(seen.size() - 1);
        });
    }

    private List<ByteBuffer> picture(PackedWriter writer, PictureContent content) {
        List<ByteBuffer> payloads = new ArrayList<>();
        picture++;
        writer.write(picture, new Raster(BLACK, SCREEN), content, Long.MAX_VALUE, collect(payloads));
        return payloads;
    }

    private static PictureEncoder.PayloadSink collect(List<ByteBuffer> payloads) {
        return (payload, first, last) -> payloads.add(
                ByteBuffer.allocate(payload.remaining()).put(payload).flip());
    }

    private static void paint(PictureReader reader, List<ByteBuffer> payloads, boolean full, int[] screen) {
        if (full) {
            reader.begin();
        }
        payloads.forEach(payload -> reader.paint(payload, SCREEN, SCREEN, screen));
    }
}
