package org.beistand.applet.platform.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;
import org.beistand.engine.protocol.picture.VideoCoder;
import org.beistand.engine.protocol.picture.Vp8Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library of this machine: what it makes passes the gate and looks like the film. Debian's libvpx7 must be there. */
class Vp8CoderTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final long PLENTY = 1 << 20;

    private final int[] screen = new int[WIDTH * HEIGHT];
    private final Vp8Shape gate = new Vp8Shape();
    private long now = 7;

    @Test
    void theLibraryIsKnownHere() {
        assertThat(VpxVideos.isAvailable()).isTrue();
        try (VideoCoder coder = new VpxVideos().open().orElseThrow()) {
            assertThat(coder.facts().exact()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 8, 320, 240", "3, 5, 333, 251", "0, 0, 64, 50"})
    void aFilmLooksAsItWas(int x, int y, int width, int height) {
        Area area = new Area(x, y, width, height);
        try (Vp8Coder coder = new Vp8Coder(() -> now);
                Vp8Reader reader = new Vp8Reader()) {
            for (int number = 0; number < 12; number++) {
                byte[] frame = picture(coder, area, number, PLENTY);
                boolean key = gate.check(frame, 0, frame.length, width, height);
                assertThat(key).isEqualTo(number == 0);
                int[] seen = reader.decode(frame, key, width, height);
                assertThat(seen).hasSize(width * height);
                assertThat(likeness(seen, area)).isGreaterThan(30);
            }
        }
    }

    @Test
    void whatBeginsNeedsNothingEarlier() {
        Area area = new Area(0, 0, 200, 160);
        try (Vp8Coder coder = new Vp8Coder(() -> now)) {
            assertThat(isKey(picture(coder, area, 0, PLENTY))).isTrue();
            assertThat(isKey(picture(coder, area, 1, PLENTY))).isFalse();
            coder.begin();
            assertThat(isKey(picture(coder, area, 2, PLENTY))).isTrue();
            assertThat(isKey(picture(coder, area, 3, PLENTY))).isFalse();
            Area elsewhere = new Area(50, 60, 200, 160);
            assertThat(isKey(picture(coder, elsewhere, 4, PLENTY))).isTrue();
            assertThat(isKey(picture(coder, new Area(50, 60, 210, 160), 5, PLENTY)))
                    .isTrue();
            assertThat(isKey(picture(coder, new Area(50, 60, 210, 160), 6, PLENTY)))
                    .isFalse();
        }
    }

    @Test
    void aNarrowPathGetsSmallerPictures() {
        Area area = new Area(0, 0, 384, 288);
        assertThat(bytes(area, 500) * 5).isLessThan(bytes(area, PLENTY) * 3);
    }

    private long bytes(Area area, long mostBytes) {
        long sum = 0;
        try (Vp8Coder coder = new Vp8Coder(() -> now)) {
            for (int number = 0; number < 40; number++) {
                int length = picture(coder, area, number, mostBytes).length;
                sum += number < 10 ? 0 : length; // a beginning is dear everywhere
            }
        }
        return sum;
    }

    @Test
    void aPictureBeyondTheLimitIsLeftToOthers() {
        try (Vp8Coder coder = new Vp8Coder(() -> now)) {
            Raster huge = new Raster(new int[1], 8_000);
            assertThat(coder.encode(huge, new Area(0, 0, 8_000, 8_000), PLENTY).hasRemaining())
                    .isFalse();
        }
    }

    private static boolean isKey(byte[] frame) {
        return (frame[0] & 1) == 0;
    }

    private byte[] picture(Vp8Coder coder, Area area, int number, long mostBytes) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (int) (128 + 60 * Math.sin((x + 4 * number) / 31.0) * Math.cos((y + number) / 19.0));
                screen[y * WIDTH + x] = light << 16 | (light + y / 5) << 8 | 255 - light;
            }
        }
        now += 33_000_000;
        ByteBuffer frame = coder.encode(new Raster(screen, WIDTH), area, mostBytes);
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** @return decibels (PSNR) */
    private double likeness(int[] seen, Area area) {
        double wrong = 0;
        for (int index = 0; index < seen.length; index++) {
            int is = screen[(area.y() + index / area.width()) * WIDTH + area.x() + index % area.width()];
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (seen[index] >> shift & 0xFF) - (is >> shift & 0xFF);
                wrong += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * seen.length / Math.max(1, wrong));
    }
}
