package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.List;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.junit.jupiter.api.Test;

/** From two pictures to rectangles. */
class ScreenCopyTest {

    private static final ScreenShape SHAPE = ScreenShape.single(333, 200, "test");
    private static final int STRIDE = 340;

    private final int[] screen = new int[STRIDE * SHAPE.height()];
    private final ScreenCopy copy = new ScreenCopy(picture());

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(copy.update(picture())).isEmpty();
    }

    @Test
    void findsOnePixelExactly() {
        screen[17 * STRIDE + 332] = 0xffffff;
        assertThat(areas()).containsExactly(new Area(332, 17, 1, 1));
        assertThat(copy.update(picture())).as("what was found is known").isEmpty();
    }

    @Test
    void putsATightRectangleAroundALetter() {
        for (int y = 50; y < 62; y++) {
            screen[y * STRIDE + 60 + y % 3] = 0x202020;
            screen[y * STRIDE + 68] = 0x202020;
        }
        assertThat(areas()).containsExactly(new Area(60, 50, 9, 12));
    }

    @Test
    void bridgesAFewRowsAndKeepsFarOnesApart() {
        for (int row : new int[] {10, 14, 100}) {
            screen[row * STRIDE] = 1;
        }
        assertThat(areas()).containsExactly(new Area(0, 10, 1, 5), new Area(0, 100, 1, 1));
    }

    @Test
    void keepsFarColumnsApart() {
        for (int row = 10; row < 30; row++) {
            screen[row * STRIDE + 10] = 1;
            screen[row * STRIDE + 300] = 1;
        }
        assertThat(areas()).containsExactlyInAnyOrder(new Area(10, 10, 1, 20), new Area(300, 10, 1, 20));
    }

    private List<Area> areas() {
        return copy.update(picture()).orElseThrow().rest().areas();
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), STRIDE);
    }
}
