package org.beistand.engine.protocol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;

/** From screen to screen through one zstd stream. */
class PackedPictureTest {

    @Property(tries = 200)
    void paintsExactlyThePixelsThatWereThere(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll @IntRange(min = 1, max = 24) int bits,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] screen = PictureTest.likeAScreen(width, height, bits, seed);
        try (Pair pair = new Pair(width, height)) {
            for (int picture = 1; picture < 5; picture++) {
                pair.show(screen, List.of(), List.of(new Area(0, 0, width, height)));
                assertThat(pair.seen).isEqualTo(opaque(screen));
                screen[random.nextInt(screen.length)] ^= random.nextInt();
            }
        }
    }

    @Property(tries = 200)
    void movesAsIfFromTheOldPicture(@ForAll long seed) {
        int width = 61;
        int height = 47;
        SplittableRandom random = new SplittableRandom(seed);
        int[] screen = PictureTest.likeAScreen(width, height, 24, seed);
        try (Pair pair = new Pair(width, height)) {
            pair.show(screen, List.of(), List.of(new Area(0, 0, width, height)));
            for (int picture = 0; picture < 5; picture++) {
                Move move = randomMove(random, width, height);
                int[] before = screen.clone();
                for (int y = 0; y < move.to().height(); y++) {
                    for (int x = 0; x < move.to().width(); x++) {
                        screen[(move.to().y() + y) * width + move.to().x() + x] =
                                before[(move.fromY() + y) * width + move.fromX() + x];
                    }
                }
                pair.show(screen, List.of(move), List.of());
                assertThat(pair.seen).isEqualTo(opaque(screen));
            }
        }
    }

    private static Move randomMove(SplittableRandom random, int width, int height) {
        int w = random.nextInt(1, width);
        int h = random.nextInt(1, height);
        int x = random.nextInt(width - w + 1);
        int y = random.nextInt(height - h + 1);
        int fromX = random.nextInt(width - w + 1);
        int fromY = random.nextInt(height - h + 1);
        return fromX == x && fromY == y
                ? randomMove(random, width, height)
                : new Move(new Area(x, y, w, h), fromX, fromY);
    }

    @Test
    void ignoresWhatIsInTheHighestByte() {
        int[] screen = PictureTest.likeAScreen(200, 100, 3, 5);
        SplittableRandom random = new SplittableRandom(9);
        int[] dirty = Arrays.stream(screen)
                .map(pixel -> pixel & 0xFFFFFF | random.nextInt() << 24)
                .toArray();
        try (Pair pair = new Pair(200, 100)) {
            pair.show(dirty, List.of(), List.of(new Area(0, 0, 200, 100)));
            assertThat(pair.seen).isEqualTo(opaque(screen));
        }
    }

    @Test
    void cutsNoiseIntoFrames() {
        int[] noise = PictureTest.likeAScreen(1920, 1080, 24, 1);
        try (Pair pair = new Pair(1920, 1080)) {
            pair.show(noise, List.of(), List.of(new Area(0, 0, 1920, 1080)));
            assertThat(pair.sizes)
                    .hasSizeGreaterThan(6)
                    .allMatch(size -> size <= Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES);
            assertThat(pair.seen).isEqualTo(opaque(noise));
        }
    }

    @Test
    void saysWhatItHasSaidInAFewBytes() {
        int[] screen = PictureTest.likeAScreen(1000, 500, 2, 3);
        try (Pair pair = new Pair(1000, 500)) {
            pair.show(screen, List.of(), List.of(new Area(0, 0, 1000, 500)));
            int first = pair.lastBytes();
            pair.show(screen, List.of(), List.of(new Area(0, 0, 1000, 500)));
            assertThat(pair.lastBytes()).isLessThan(first / 20);
        }
    }

    @Test
    void leavesWhatIsBeyondTheBudget() {
        int[] noise = PictureTest.likeAScreen(640, 480, 24, 2);
        try (Pair pair = new Pair(640, 480)) {
            List<Area> left = List.of(new Area(0, 0, 640, 480));
            int pictures = 0;
            while (!left.isEmpty()) {
                left = pair.show(noise, List.of(), left, 100_000);
                pictures++;
            }
            assertThat(pictures).isBetween(5, 20);
            assertThat(pair.seen).isEqualTo(opaque(noise));
        }
    }

    @Test
    void beginsAfreshForAViewerWithoutThePast() {
        int[] screen = PictureTest.likeAScreen(300, 200, 8, 3);
        try (Pair pair = new Pair(300, 200)) {
            pair.show(screen, List.of(), List.of(new Area(0, 0, 300, 200)));
            pair.beginAgain();
            pair.show(screen, List.of(), List.of(new Area(0, 0, 300, 200)));
            assertThat(pair.seen).isEqualTo(opaque(screen));
        }
    }

    @Test
    void refusesAPictureBeforeAFullOne() {
        try (PictureReader reader = new PictureReader()) {
            ByteBuffer payload = ByteBuffer.allocate(11).putLong(1).putShort((short) Coder.PACKED);
            assertThatThrownBy(() -> reader.paint(payload.position(0), 1, 1, new int[1]))
                    .isInstanceOf(FrameRefused.class);
        }
    }

    /** Any damage to any payload is refused in words or paints something; nothing else happens. */
    @Test
    void survivesDamage() {
        int width = 120;
        int height = 80;
        int[] screen = PictureTest.likeAScreen(width, height, 6, 4);
        SplittableRandom random = new SplittableRandom(Long.getLong("fuzz.seed", 1));
        List<ByteBuffer> payloads = payloadsOf(screen, width, height);
        int refused = 0;
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 3_000); round++) {
            byte[] bytes = payloads.getFirst().array().clone();
            for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                bytes[random.nextInt(8, bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            try (PictureReader reader = new PictureReader()) {
                reader.begin();
                reader.paint(ByteBuffer.wrap(bytes, 0, length), width, height, new int[width * height]);
            } catch (FrameRefused expected) {
                assertThat(expected.status()).isIn(Status.PROTOCOL_ERROR, Status.TOO_LARGE);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static List<ByteBuffer> payloadsOf(int[] screen, int width, int height) {
        List<ByteBuffer> payloads = new ArrayList<>();
        try (PackedWriter writer = new PackedWriter()) {
            writer.write(
                    1,
                    new Raster(screen, width),
                    List.of(new Move(new Area(3, 3, 9, 9), 1, 2)),
                    List.of(new Area(0, 0, width, height)),
                    Long.MAX_VALUE,
                    (payload, first, last) -> payloads.add(ByteBuffer.allocate(payload.remaining())
                            .put(payload)
                            .flip()));
        }
        return payloads;
    }

    private static int[] opaque(int[] screen) {
        return Arrays.stream(screen).map(pixel -> pixel | 0xFF000000).toArray();
    }

    /** A writer and a reader that gets everything. */
    private static final class Pair implements AutoCloseable {
        private final PackedWriter writer = new PackedWriter();
        private final PictureReader reader = new PictureReader();
        private final int width;
        private final int height;
        private final int[] seen;
        private final List<Integer> sizes = new ArrayList<>();
        private boolean full = true;
        private long picture;

        Pair(int width, int height) {
            this.width = width;
            this.height = height;
            seen = new int[width * height];
        }

        void show(int[] screen, List<Move> moves, List<Area> areas) {
            assertThat(show(screen, moves, areas, Long.MAX_VALUE)).isEmpty();
        }

        List<Area> show(int[] screen, List<Move> moves, List<Area> areas, long mostBytes) {
            return writer.write(
                    ++picture, new Raster(screen, width), moves, areas, mostBytes, (payload, first, last) -> {
                        if (full) {
                            reader.begin();
                            full = false;
                        }
                        sizes.add(payload.remaining());
                        assertThat(reader.paint(payload, width, height, seen).number())
                                .isEqualTo(picture);
                    });
        }

        int lastBytes() {
            return sizes.getLast();
        }

        void beginAgain() {
            writer.begin();
            full = true;
            Arrays.fill(seen, 0);
        }

        @Override
        public void close() {
            writer.close();
            reader.close();
        }
    }
}
