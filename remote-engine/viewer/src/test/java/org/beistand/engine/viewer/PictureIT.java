package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureIT extends InChromium {

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1, 1", "1, 700", "1367, 3", "333, 257"})
    void canvasHasExactlyThePixelsOfTheScreen(int width, int height) {
        Desktop desktop = viewing(width, height);
        int[] pixels = Pixels.desktop(width, height);
        desktop.picture(1, pixels, width);
        assertShown(desktop, 1);
        assertThat(canvasPixels()).isEqualTo(pixels);
    }

    @Test
    void noiseInSeveralFramesIsExact() {
        Desktop desktop = viewing(801, 601);
        int[] pixels = Pixels.noise(801, 601, 7);
        desktop.picture(1, pixels, 801);
        assertShown(desktop, 1);
        assertThat(canvasPixels()).isEqualTo(pixels);
    }

    @Test
    void changesAreWrittenIntoThePictureThatIsThere() {
        Desktop desktop = viewing(200, 100);
        int[] pixels = Pixels.desktop(200, 100);
        desktop.picture(1, pixels, 200);
        assertShown(desktop, 1);
        int[] changed = Pixels.noise(200, 100, 3);
        desktop.picture(2, false, changed, 200, List.of(new Area(17, 9, 31, 23), new Area(199, 99, 1, 1)));
        assertShown(desktop, 2);
        copy(changed, pixels, new Area(17, 9, 31, 23));
        copy(changed, pixels, new Area(199, 99, 1, 1));
        assertThat(canvasPixels()).isEqualTo(pixels);
    }

    @Test
    void isExactOnlyWhileNoPictureIsOutstanding() {
        Desktop desktop = viewing(64, 64);
        shows("exact", "false");
        desktop.picture(1, Pixels.filled(64, 64, 0xFF336699), 64);
        shows("exact", "true");
    }

    @Test
    void waitsForAFullPictureWhenViewIsGranted() {
        Desktop desktop = workspace().welcomesWithCustomer();
        shows("situation", "here");
        desktop.state("view");
        shows("view", "granted");
        desktop.layout(64, 64);
        desktop.picture(1, false, Pixels.filled(64, 64, 0xFFFF0000), 64, List.of(new Area(0, 0, 64, 64)));
        assertShown(desktop, 1);
        assertThat(canvasPixels()[0]).isEqualTo(0xFF000000);
        shows("situation", "picture");
        desktop.picture(2, Pixels.filled(64, 64, 0xFF00FF00), 64);
        assertShown(desktop, 2);
        assertThat(canvasPixels()[0]).isEqualTo(0xFF00FF00);
    }

    @Test
    void followsANewLayout() {
        Desktop desktop = viewing(64, 64);
        desktop.picture(1, Pixels.filled(64, 64, 0xFF336699), 64);
        assertShown(desktop, 1);
        desktop.layout(100, 40);
        int[] pixels = Pixels.desktop(100, 40);
        desktop.picture(2, pixels, 100);
        assertShown(desktop, 2);
        assertThat(canvasPixels()).isEqualTo(pixels);
    }

    @Test
    void showsNothingAnyMoreOnceViewIsWithdrawn() {
        Desktop desktop = viewing(64, 64);
        desktop.picture(1, Pixels.filled(64, 64, 0xFFFFFFFF), 64);
        assertShown(desktop, 1);
        desktop.state();
        shows("situation", "here");
        assertThat(canvasPixels()).containsOnly(0xFF000000);
        assertThat(page.locator("#screen").isVisible()).isFalse();
    }

    /** Opens the workspace where viewing is granted and a screen of this size is laid out. */
    private Desktop viewing(int width, int height) {
        Desktop desktop = workspace().welcomesWithCustomer("view");
        desktop.layout(width, height);
        return desktop;
    }

    private static void assertShown(Desktop desktop, long number) {
        assertThat(desktop.viewer()
                        .await(MessageType.PICTURE_SHOWN, PictureShown.parser())
                        .getPicture())
                .isEqualTo(number);
    }

    private static void copy(int[] from, int[] to, Area area) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            System.arraycopy(from, y * 200 + area.x(), to, y * 200 + area.x(), area.width());
        }
    }
}
