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
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Photographs with loss in packed pictures, and JPEGs that mean harm. */
class PhotoTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final Area ALL = new Area(0, 0, WIDTH, HEIGHT);
    private static final byte[] GOOD = bytes(new JavaPhotos()
            .encode(new Raster(JavaPhotos.photograph(WIDTH, HEIGHT, 1), WIDTH), new Area(8, 8, 64, 48)));

    @Test
    void looksAlmostAsItWasAndLacksTheRest() {
        int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 1);
        int[] seen = new int[screen.length];
        List<ByteBuffer> payloads = write(screen, new PictureContent(List.of(), List.of(), List.of(ALL), true));
        paint(payloads, seen);
        assertThat(JavaPhotos.difference(seen, screen)).isBetween(1, 40);
        assertThat(payloads.stream().mapToInt(ByteBuffer::remaining).sum()).isLessThan(WIDTH * HEIGHT / 4);
    }

    @Test
    void whatIsExactBesideItIsExact() {
        int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 2);
        Area left = new Area(0, 0, 100, HEIGHT);
        Area right = new Area(100, 0, WIDTH - 100, HEIGHT);
        int[] seen = new int[screen.length];
        paint(write(screen, new PictureContent(List.of(), List.of(left), List.of(right), true)), seen);
        for (int row = 0; row < HEIGHT; row++) {
            assertThat(Arrays.mismatch(seen, row * WIDTH, row * WIDTH + 100, screen, row * WIDTH, row * WIDTH + 100))
                    .isNegative();
        }
    }

    @Test
    void goesInBandsOfWhichAViewerDecodesFourWhileTheNextAreCoded() {
        int width = 1920;
        int[] screen = JavaPhotos.photograph(width, 600, 3);
        List<ByteBuffer> payloads = new ArrayList<>();
        try (PackedWriter writer = new PackedWriter(Optional.of(new JavaPhotos()), Optional.empty())) {
            PictureContent photo = new PictureContent(List.of(), List.of(), List.of(new Area(0, 0, width, 600)), true);
            writer.write(1, new Raster(screen, width), photo, Long.MAX_VALUE, collect(payloads));
            assertThat(writer.tally().summary()).contains("jpeg: 5 rectangles");
        }
        assertThat(payloads).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"320, 200", "319, 199", "17, 64", "320, 33"})
    void inHalfSizeFirst(int width, int height) {
        int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 6);
        Area area = new Area(WIDTH - width, HEIGHT - height, width, height);
        int[] seen = screen.clone();
        Arrays.setAll(seen, index -> isIn(area, index) ? 0 : screen[index]);
        List<ByteBuffer> payloads =
                write(screen, new PictureContent(List.of(), List.of(), List.of(area), true, Optional.empty(), true));
        paint(payloads, seen);
        assertThat(JavaPhotos.difference(seen, screen)).isBetween(1, 60);
        int whole = write(screen, new PictureContent(List.of(), List.of(), List.of(area), true)).stream()
                .mapToInt(ByteBuffer::remaining)
                .sum();
        assertThat(payloads.stream().mapToInt(ByteBuffer::remaining).sum()).isLessThan(whole);
    }

    private static boolean isIn(Area area, int index) {
        return area.contains(new Area(index % WIDTH, index / WIDTH, 1, 1));
    }

    @Test
    void halfTheSizeIsTheMeanOfFourAndStandsWhereTheyWere() {
        int[] pixels = {
            0x000000, 0x020202, 0x646464, // at an odd edge
            0x040404, 0x060606, 0x646464, //
            0x101010, 0x101010, 0x303030
        };
        Raster half = HalfSize.shrink(new Raster(pixels, 3), new Area(0, 0, 3, 3), new int[4]);
        assertThat(half.stride()).isEqualTo(2);
        assertThat(half.pixels()).containsExactly(0x030303, 0x646464, 0x101010, 0x303030);
        assertThat(HalfSize.grow(half.pixels(), 3, 3))
                .containsExactly(
                        0x030303, 0x333333, 0x646464, //
                        0x090909, 0x292929, 0x4A4A4A, //
                        0x101010, 0x202020, 0x303030);
    }

    @Test
    void withoutACoderEverythingIsExact() {
        int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 4);
        int[] seen = new int[screen.length];
        List<ByteBuffer> payloads = new ArrayList<>();
        try (PackedWriter writer = new PackedWriter()) {
            PictureContent photo = new PictureContent(List.of(), List.of(), List.of(ALL), false);
            writer.write(1, new Raster(screen, WIDTH), photo, Long.MAX_VALUE, collect(payloads));
        }
        paint(payloads, seen);
        assertThat(seen).isEqualTo(screen);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("another width", 65, 48, changed(jpeg -> {})),
                Arguments.of("another height", 64, 47, changed(jpeg -> {})),
                Arguments.of("huge", 60_000, 60_000, changed(jpeg -> {
                    Arrays.fill(jpeg, frame(jpeg) + 3, frame(jpeg) + 7, (byte) 0xEA);
                })),
                Arguments.of("progressive", 64, 48, changed(jpeg -> jpeg[frame(jpeg) - 1] = (byte) 0xC2)),
                Arguments.of("12 bits", 64, 48, changed(jpeg -> jpeg[frame(jpeg) + 2] = 12)),
                Arguments.of("four components", 64, 48, changed(jpeg -> jpeg[frame(jpeg) + 7] = 4)),
                Arguments.of("sampled four times", 64, 48, changed(jpeg -> jpeg[frame(jpeg) + 9] = 0x44)),
                Arguments.of("sampled never", 64, 48, changed(jpeg -> jpeg[frame(jpeg) + 9] = 0)),
                Arguments.of("colours denser than light", 64, 48, changed(jpeg -> jpeg[frame(jpeg) + 12] = 0x22)),
                Arguments.of("turned by Exif", 64, 48, changed(jpeg -> jpeg[3] = (byte) 0xE1)),
                Arguments.of("no frame", 64, 48, changed(jpeg -> jpeg[frame(jpeg) - 1] = (byte) 0xDB)),
                Arguments.of("a segment of no length", 64, 48, changed(jpeg -> jpeg[5] = 1)),
                Arguments.of("a segment beyond the end", 64, 48, changed(jpeg -> jpeg[4] = (byte) 0xFF)),
                Arguments.of("no beginning", 64, 48, changed(jpeg -> jpeg[1] = 0)),
                Arguments.of("empty", 64, 48, new byte[0]),
                Arguments.of("cut off", 64, 48, Arrays.copyOf(GOOD, GOOD.length - 2)),
                Arguments.of("cut off in its head", 64, 48, Arrays.copyOf(GOOD, 30)),
                Arguments.of("a tail", 64, 48, Arrays.copyOf(GOOD, GOOD.length + 2)),
                Arguments.of("another height behind the scan", 64, 48, changed(jpeg -> {
                    jpeg[jpeg.length - 8] = (byte) 0xFF;
                    jpeg[jpeg.length - 7] = (byte) 0xDC;
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refusesWhatNoDecoderShouldSee(String name, int width, int height, byte[] jpeg) {
        FrameRefused refused =
                catchThrowableOfType(FrameRefused.class, () -> JpegShape.check(jpeg, 0, jpeg.length, width, height));
        assertThat(refused.status()).isEqualTo(Status.PROTOCOL_ERROR);
    }

    @Test
    void whateverIsChangedIsRefusedOrOfTheRightSize() {
        SplittableRandom random = new SplittableRandom(Long.getLong("fuzz.seed", 1));
        int passed = 0;
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 20_000); round++) {
            byte[] jpeg = GOOD.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                jpeg[random.nextInt(jpeg.length)] = (byte) random.nextInt();
            }
            int end = random.nextInt(4) == 0 ? random.nextInt(jpeg.length) : jpeg.length;
            try {
                JpegShape.check(jpeg, 0, end, 64, 48);
                passed++;
            } catch (FrameRefused expected) {
                assertThat(expected.status()).isEqualTo(Status.PROTOCOL_ERROR);
            }
        }
        assertThat(passed).isPositive();
    }

    @Test
    void refusesALengthBeyondThePieceAndADamagedScan() {
        int[] screen = JavaPhotos.photograph(WIDTH, HEIGHT, 5);
        List<ByteBuffer> payloads = write(screen, new PictureContent(List.of(), List.of(), List.of(ALL), true));
        try (PictureReader blind = new PictureReader()) {
            blind.begin();
            assertThatThrownBy(() -> blind.paint(payloads.getFirst(), WIDTH, HEIGHT, new int[WIDTH * HEIGHT]))
                    .isInstanceOf(FrameRefused.class)
                    .hasMessageContaining("damaged JPEG");
        }
        assertThat(Limits.JPEG_BYTES).isLessThan(Limits.PACKED_BYTES);
    }

    private static byte[] changed(Consumer<byte[]> change) {
        byte[] jpeg = GOOD.clone();
        change.accept(jpeg);
        return jpeg;
    }

    /** Where the frame header's length stands. */
    private static int frame(byte[] jpeg) {
        for (int at = 2; ; at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF)) {
            if (jpeg[at + 1] == (byte) 0xC0) {
                return at + 2;
            }
        }
    }

    private static List<ByteBuffer> write(int[] screen, PictureContent content) {
        List<ByteBuffer> payloads = new ArrayList<>();
        try (PackedWriter writer = new PackedWriter(Optional.of(new JavaPhotos()), Optional.empty())) {
            List<Area> left = writer.write(1, new Raster(screen, WIDTH), content, Long.MAX_VALUE, collect(payloads));
            assertThat(left).isEmpty();
        }
        return payloads;
    }

    private static PictureEncoder.PayloadSink collect(List<ByteBuffer> payloads) {
        return (payload, first, last) -> payloads.add(ByteBuffer.wrap(bytes(payload)));
    }

    private static void paint(List<ByteBuffer> payloads, int[] seen) {
        try (PictureReader reader = new PictureReader(JavaPhotos::decode)) {
            reader.begin();
            payloads.forEach(payload -> reader.paint(payload, WIDTH, HEIGHT, seen));
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
