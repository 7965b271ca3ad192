package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss where nobody sees it, and nowhere else. */
class TileClassifierTest {

    private static final int SIDE = 512;

    private final TileClassifier classifier = new TileClassifier();
    private final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();
    private final int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    private final SplittableRandom random = new SplittableRandom(3);

    static Stream<Arguments> texts() {
        return Stream.of(Color.WHITE, new Color(0x1e1e1e), new Color(0xf3f3f3))
                .flatMap(ground -> Stream.of(
                                RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB,
                                RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                                RenderingHints.VALUE_TEXT_ANTIALIAS_OFF)
                        .flatMap(smoothing -> Stream.of(9, 13, 22).map(size -> Arguments.of(ground, smoothing, size))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void lettersAreNeverAPhotograph(Color ground, Object smoothing, int size) {
        graphics.setColor(ground);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smoothing);
        graphics.setFont(new Font(size == 13 ? Font.MONOSPACED : Font.SANS_SERIF, Font.PLAIN, size));
        for (int y = size; y < SIDE; y += size + 3) {
            graphics.setColor(Color.getHSBColor(random.nextInt(10) / 10f, 0.8f, 0.5f));
            graphics.drawString("The quick brown fox jumps over the lazy dog 0123456789 ".repeat(3), 4, y);
        }
        assertThat(count(TileKind.PHOTO)).isZero();
    }

    @Test
    void controlsWithSoftShadesAreNoPhotograph() {
        for (int y = 0; y < SIDE; y += 32) {
            graphics.setPaint(new GradientPaint(0, y, new Color(0xfafafa), 0, y + 31, new Color(0xd0d4d8)));
            graphics.fillRect(0, y, SIDE, 32);
            graphics.setColor(Color.DARK_GRAY);
            graphics.drawRect(10, y + 4, 120, 24);
            graphics.drawString("Einstellungen", 20, y + 20);
        }
        assertThat(count(TileKind.PHOTO)).isZero();
    }

    @Test
    void oneColourIsFlat() {
        graphics.setColor(new Color(0x336699));
        graphics.fillRect(0, 0, SIDE, SIDE);
        assertThat(count(TileKind.FLAT)).isEqualTo(64);
    }

    /** Light of several sizes and a sensor's grain. */
    @Test
    void photographsAreOne() {
        double[] phases = random.doubles(12).map(value -> value * 6).toArray();
        for (int index = 0; index < pixels.length; index++) {
            int x = index % SIDE;
            int y = index / SIDE;
            int pixel = 0;
            for (int channel = 0; channel < 3; channel++) {
                double light = 120
                        + 60 * Math.sin(x / 71.0 + phases[channel]) * Math.cos(y / 93.0 + phases[channel + 3])
                        + 30 * Math.sin(x / 17.0 + y / 23.0 + phases[channel + 6])
                        + random.nextInt(-3, 4);
                pixel = pixel << 8 | Math.clamp(Math.round(light), 0, 255);
            }
            pixels[index] = pixel;
        }
        assertThat(count(TileKind.PHOTO)).isGreaterThanOrEqualTo(62);
    }

    @Test
    void aPhotographInAPageIsFoundAndTheTextAroundItIsNot() {
        photographsAreOne();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, 192);
        graphics.setColor(Color.BLACK);
        for (int y = 20; y < 190; y += 16) {
            graphics.drawString("Sehr geehrte Damen und Herren, ".repeat(4), 4, y);
        }
        CoderTable table = CoderTable.forViewer(
                java.util.Set.of("screen.zstd-stream", "screen.jpeg"),
                new LossyCoders(new org.beistand.applet.platform.photo.JpegPhotos(), VideoCoders.NONE));
        TileSorter.Sorted sorted =
                new TileSorter(table).sort(new Raster(pixels, SIDE), java.util.List.of(new Area(0, 0, SIDE, SIDE)));
        assertThat(sorted.photos()).containsExactly(new Area(0, 192, SIDE, 320));
        assertThat(sorted.exact()).containsExactly(new Area(0, 0, SIDE, 192));
    }

    private int count(TileKind wanted) {
        int found = 0;
        for (int y = 0; y < SIDE; y += TileSorter.TILE) {
            for (int x = 0; x < SIDE; x += TileSorter.TILE) {
                Area tile = new Area(x, y, TileSorter.TILE, TileSorter.TILE);
                found += classifier.kindOf(new Raster(pixels, SIDE), tile) == wanted ? 1 : 0;
            }
        }
        return found;
    }
}
