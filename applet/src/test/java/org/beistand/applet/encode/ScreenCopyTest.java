package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.List;
import java.util.SplittableRandom;
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
        assertThat(copy.update(picture(), 0)).isEmpty();
    }

    @Test
    void findsOnePixelExactly() {
        screen[17 * STRIDE + 332] = 0xffffff;
        assertThat(areas()).containsExactly(new Area(332, 17, 1, 1));
        assertThat(copy.update(picture(), 0)).as("what was found is known").isEmpty();
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

    @Test
    void readsNoMoreThanWasDrawn() {
        screen[50 * STRIDE + 100] = 1;
        screen[50 * STRIDE + 200] = 1;
        Picture right = new Picture(SHAPE, IntBuffer.wrap(screen), STRIDE, new Area(150, 40, 183, 20));
        assertThat(copy.update(right, 0).orElseThrow().rest().areas()).containsExactly(new Area(200, 50, 1, 1));
        assertThat(areas()).as("the rest, when it is told of").containsExactly(new Area(100, 50, 1, 1));
    }

    @Test
    void knowsAScrolledPageByItsMoveAndItsNewLines() {
        SplittableRandom random = new SplittableRandom(3);
        int[] page = new int[STRIDE * (SHAPE.height() + 30)];
        for (int row = 0; row < SHAPE.height() + 30; row++) {
            for (int column = 40; column < 240; column++) {
                page[row * STRIDE + column] = random.nextInt(3);
            }
        }
        System.arraycopy(page, 0, screen, 0, screen.length);
        copy.update(picture(), 0);
        System.arraycopy(page, 30 * STRIDE, screen, 0, screen.length);
        Look look = copy.update(picture(), 0).orElseThrow();
        assertThat(look.moves()).singleElement().satisfies(move -> {
            assertThat(move.fromY()).isEqualTo(30);
            assertThat(move.to().height()).isEqualTo(170);
            assertThat(move.to().width()).isGreaterThanOrEqualTo(200);
        });
        assertThat(look.rest().areas()).allSatisfy(area -> assertThat(area.y()).isGreaterThanOrEqualTo(170));
        assertThat(copy.raster().pixels()[169 * 333 + 5]).isEqualTo(screen[169 * STRIDE + 5]);
    }

    private List<Area> areas() {
        return copy.update(picture(), 0).orElseThrow().rest().areas();
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), STRIDE);
    }
}
