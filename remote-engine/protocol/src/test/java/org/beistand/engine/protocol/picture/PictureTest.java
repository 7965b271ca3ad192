package org.beistand.engine.protocol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Property(tries = 300)
    void paintsExactlyThePixelsThatWereThere(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll @IntRange(min = 1, max = 24) int bits,
            @ForAll long seed) {
        int[] screen = likeAScreen(width, height, bits, seed);
        assertThat(roundTrip(screen, width, height, List.of(new Area(0, 0, width, height))))
                .isEqualTo(opaque(screen));
    }

    @Test
    void cutsAreasThatExceedAFrame() {
        int width = 1920;
        int height = 1080;
        int[] noise = likeAScreen(width, height, 24, 1);
        List<ByteBuffer> payloads = payloads(noise, width, List.of(new Area(0, 0, width, height)));
        assertThat(payloads)
                .hasSizeGreaterThan(5)
                .allMatch(payload -> payload.remaining() <= Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES);
        assertThat(paint(payloads, width, height)).isEqualTo(opaque(noise));
    }

    @Test
    void paintsNothingOutsideTheAreas() {
        int[] screen = likeAScreen(100, 80, 24, 7);
        int[] painted = roundTrip(screen, 100, 80, List.of(new Area(10, 20, 30, 5), new Area(99, 79, 1, 1)));
        for (int index = 0; index < painted.length; index++) {
            int x = index % 100;
            int y = index / 100;
            boolean inside = x >= 10 && x < 40 && y >= 20 && y < 25 || x == 99 && y == 79;
            assertThat(painted[index]).isEqualTo(inside ? screen[index] | 0xFF000000 : 0);
        }
    }

    @Test
    void saysOneColourInSixteenBytes() {
        int[] grey = new int[1920 * 1080];
        Arrays.fill(grey, 0x808080);
        List<ByteBuffer> payloads = payloads(grey, 1920, List.of(new Area(0, 0, 1920, 1080)));
        assertThat(payloads)
                .singleElement()
                .satisfies(only -> assertThat(only.remaining())
                        .isEqualTo(Coder.PAYLOAD_HEADER_BYTES + Coder.RECTANGLE_HEADER_BYTES + 3));
    }

    @Test
    void beginsANewFrameAfterTheMostRectangles() {
        int[] screen = likeAScreen(128, 128, 24, 3);
        List<Area> areas = new ArrayList<>();
        for (int index = 0; index < Limits.RECTANGLES + 1; index++) {
            areas.add(new Area(index % 128, index / 128, 1, 1));
        }
        assertThat(payloads(screen, 128, areas)).hasSize(2);
    }

    @Test
    void countsAPictureWithoutChanges() {
        assertThat(payloads(new int[4], 2, List.of())).hasSize(1);
    }

    @Property(tries = 2_000)
    void onlyRefusesWhatIsBroken(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
        RandomGenerator seeded = new SplittableRandom(seed);
        byte[] payload = payloads(
                        likeAScreen(40, 30, 12, seed), 40, List.of(new Area(0, 0, 40, 20), new Area(3, 20, 9, 9)))
                .get(0)
                .array()
                .clone();
        for (int change = 0; change < changes; change++) {
            payload[seeded.nextInt(payload.length)] = (byte) seeded.nextInt();
        }
        int length = seeded.nextInt(4) == 0 ? seeded.nextInt(payload.length + 1) : payload.length;
        try (PictureReader reader = new PictureReader()) {
            reader.paint(ByteBuffer.wrap(payload, 0, length), 40, 30, new int[40 * 30]);
        } catch (FrameRefused refused) {
            assertThat(refused.status()).isIn(Status.PROTOCOL_ERROR, Status.TOO_LARGE);
        }
    }

    @Test
    void refusesABombBeforeItUnfolds() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[50_000_000]);
        deflater.finish();
        byte[] bomb = new byte[100_000];
        int length = deflater.deflate(bomb);
        deflater.end();
        ByteBuffer payload = ByteBuffer.allocate(23 + length);
        payload.putLong(1).putShort((short) 1);
        payload.putInt(0)
                .putShort((short) 256)
                .putShort((short) 256)
                .put((byte) 2)
                .putInt(length);
        payload.put(bomb, 0, length).flip();
        try (PictureReader reader = new PictureReader()) {
            int[] screen = new int[256 * 256];
            assertThatThrownBy(() -> reader.paint(payload, 256, 256, screen)).isInstanceOf(FrameRefused.class);
        }
    }

    @Test
    void mayBeUsedAgainAfterARefusal() {
        try (PictureReader reader = new PictureReader()) {
            assertThatThrownBy(() -> reader.paint(ByteBuffer.wrap(new byte[10]), 4, 4, new int[16]))
                    .isInstanceOf(FrameRefused.class);
            ByteBuffer good = payloads(likeAScreen(4, 4, 24, 5), 4, List.of(new Area(0, 0, 4, 4)))
                    .get(0);
            assertThatCode(() -> reader.paint(good, 4, 4, new int[16])).doesNotThrowAnyException();
        }
    }

    private static int[] roundTrip(int[] screen, int width, int height, List<Area> areas) {
        return paint(payloads(screen, width, areas), width, height);
    }

    private static int[] paint(List<ByteBuffer> payloads, int width, int height) {
        int[] painted = new int[width * height];
        try (PictureReader reader = new PictureReader()) {
            payloads.forEach(payload -> assertThat(
                            reader.paint(payload, width, height, painted).number())
                    .isEqualTo(9));
        }
        return painted;
    }

    private static List<ByteBuffer> payloads(int[] screen, int stride, List<Area> areas) {
        List<ByteBuffer> payloads = new ArrayList<>();
        List<Boolean> lasts = new ArrayList<>();
        try (PictureWriter writer = new PictureWriter()) {
            writer.write(9, screen, stride, areas, (payload, first, last) -> {
                assertThat(first).isEqualTo(payloads.isEmpty());
                payloads.add(
                        ByteBuffer.allocate(payload.remaining()).put(payload).flip());
                lasts.add(last);
            });
        }
        assertThat(lasts.indexOf(true)).isEqualTo(lasts.size() - 1);
        return payloads;
    }

    /** Runs, repeated colours, small steps and noise, as many colours as the bits allow; the highest byte is rubbish. */
    static int[] likeAScreen(int width, int height, int bits, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int[] pixels = new int[width * height];
        int pixel = 0;
        for (int index = 0; index < pixels.length; index++) {
            switch (bits == 24 ? 3 : random.nextInt(4)) {
                case 0 -> pixel += 0x010101;
                case 1 -> pixel -= 0x010001;
                case 3 -> pixel = random.nextInt() & (1 << bits) - 1 | random.nextInt() << 24;
                default -> {}
            }
            pixels[index] = pixel;
        }
        return pixels;
    }

    private static int[] opaque(int[] screen) {
        return Arrays.stream(screen).map(pixel -> pixel | 0xFF000000).toArray();
    }
}
