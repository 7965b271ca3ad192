package org.beistand.applet.platform.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.JpegShape;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JpegPhotosTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    static Stream<Supplier<PhotoCoder>> coders() {
        Stream<Supplier<PhotoCoder>> everywhere = Stream.of(ImageIoCoder::new);
        return JpegPhotos.isNative() ? Stream.concat(everywhere, Stream.of(LeptonicaCoder::new)) : everywhere;
    }

    @ParameterizedTest
    @MethodSource("coders")
    void makesWhatTheWireAllowsOfAnySize(Supplier<PhotoCoder> coders) throws IOException {
        int[] screen = softLight();
        try (PhotoCoder coder = coders.get()) {
            for (Area area : List.of(
                    new Area(0, 0, WIDTH, HEIGHT),
                    new Area(7, 9, 64, 64),
                    new Area(100, 50, 17, 33),
                    new Area(299, 199, 1, 1),
                    new Area(0, 0, WIDTH, HEIGHT))) {
                byte[] jpeg = bytes(coder.encode(new Raster(screen, WIDTH), area));
                JpegShape.check(jpeg, 0, jpeg.length, area.width(), area.height());
                assertLooksLike(ImageIO.read(new ByteArrayInputStream(jpeg)), screen, area);
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void thisMachineHasTheQuickOne() {
        assertThat(JpegPhotos.isNative()).isTrue();
        try (PhotoCoder coder = new JpegPhotos().open().orElseThrow()) {
            assertThat(coder.facts().exact()).isFalse();
            assertThat(coder).isInstanceOf(LeptonicaCoder.class);
        }
    }

    private static int[] softLight() {
        int[] screen = new int[WIDTH * HEIGHT];
        for (int index = 0; index < screen.length; index++) {
            int x = index % WIDTH;
            int y = index / WIDTH;
            screen[index] = 0x5A000000 | (200 - x / 2) << 16 | (40 + y) << 8 | (x + y) / 4;
        }
        return screen;
    }

    private static void assertLooksLike(BufferedImage image, int[] screen, Area area) {
        assertThat(image.getWidth()).isEqualTo(area.width());
        int most = 0;
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                int seen = image.getRGB(x, y);
                int meant = screen[(area.y() + y) * WIDTH + area.x() + x];
                for (int shift = 0; shift < 24; shift += 8) {
                    most = Math.max(most, Math.abs((seen >> shift & 0xFF) - (meant >> shift & 0xFF)));
                }
            }
        }
        assertThat(most).isLessThan(10);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
