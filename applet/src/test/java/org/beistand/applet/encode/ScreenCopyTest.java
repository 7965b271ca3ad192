package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.PictureReader;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.junit.jupiter.api.Test;

/** From two pictures to what a viewer shows. */
class ScreenCopyTest {

    private static final ScreenShape SHAPE = ScreenShape.single(333, 200, "test");
    private static final int STRIDE = 340;

    private final int[] screen = new int[STRIDE * SHAPE.height()];
    private final ScreenCopy copy = new ScreenCopy(SHAPE);

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(copy.update(picture(), changes())).isFalse();
    }

    @Test
    void findsTheSegmentOfOnePixel() {
        screen[17 * STRIDE + 332] = 0xffffff;
        ChangeMap changes = changes();
        assertThat(copy.update(picture(), changes)).isTrue();
        assertThat(changes.take(Long.MAX_VALUE)).containsExactly(new Area(320, 17, 13, 1));
        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void bridgesAFewRowsAndKeepsFarOnesApart() {
        for (int row : new int[] {10, 14, 100}) {
            screen[row * STRIDE] = 1;
        }
        ChangeMap changes = changes();
        copy.update(picture(), changes);
        assertThat(changes.take(Long.MAX_VALUE)).containsExactly(new Area(0, 10, 64, 5), new Area(0, 100, 64, 1));
    }

    @Test
    void takesPartOfTheMapAndLeavesTheRest() {
        ChangeMap changes = changes();
        changes.markAll();
        List<Area> first = changes.take(333 * 50);
        assertThat(first)
                .singleElement()
                .satisfies(area -> assertThat(area.height()).isBetween(40, 60));
        List<Area> rest = changes.take(Long.MAX_VALUE);
        assertThat(rest.getFirst().y()).isEqualTo(first.getFirst().height());
        assertThat(first.getFirst().height() + rest.getFirst().height()).isEqualTo(SHAPE.height());
    }

    @Test
    void showsAnyChangeExactlyAtEveryViewer() {
        SplittableRandom random = new SplittableRandom(42);
        Viewer fast = new Viewer(1);
        Viewer slow = new Viewer(2);
        for (int step = 0; step < 60; step++) {
            paint(random);
            ChangeMap changes = changes();
            if (copy.update(picture(), changes)) {
                fast.stream.changed(changes);
                slow.stream.changed(changes);
            }
            fast.receive(true);
            slow.receive(step % 9 == 0);
        }
        for (int round = 0; round < 3; round++) {
            slow.receive(true);
        }
        fast.assertExact();
        slow.assertExact();
        assertThat(slow.pictures).isLessThan(fast.pictures / 2);
    }

    @Test
    void sendsNoThirdPictureBeforeOneIsShown() {
        Viewer viewer = new Viewer(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < 5; step++) {
            paint(random);
            ChangeMap changes = changes();
            copy.update(picture(), changes);
            viewer.stream.changed(changes);
            viewer.receive(false);
        }
        assertThat(viewer.pictures).isEqualTo(2);
        viewer.stream.shown(99);
        assertThat(viewer.stream.isReady())
                .as("a picture never sent is not believed")
                .isFalse();
        viewer.stream.shown(1);
        assertThat(viewer.stream.isReady()).isTrue();
    }

    private void paint(SplittableRandom random) {
        int width = random.nextInt(1, 100);
        int height = random.nextInt(1, 60);
        int left = random.nextInt(SHAPE.width() - width);
        int top = random.nextInt(SHAPE.height() - height);
        boolean noise = random.nextBoolean();
        int colour = random.nextInt();
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                screen[y * STRIDE + x] = noise ? random.nextInt() : colour;
            }
        }
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), STRIDE);
    }

    private static ChangeMap changes() {
        return new ChangeMap(SHAPE.width(), SHAPE.height());
    }

    /** Decodes what its stream sends. */
    private final class Viewer implements ScreenFeed.Outlet {
        private final ViewerStream stream;
        private final int[] shown = new int[SHAPE.width() * SHAPE.height()];
        private final List<Long> unshown = new ArrayList<>();
        private int pictures;

        Viewer(int participant) {
            stream = new ViewerStream(participant, SHAPE.width(), SHAPE.height());
        }

        void receive(boolean acknowledge) {
            try (PictureWriter writer = new PictureWriter()) {
                if (stream.isReady()) {
                    stream.send(copy, writer, this);
                }
            }
            if (acknowledge) {
                unshown.forEach(stream::shown);
                unshown.clear();
            }
        }

        @Override
        public void layout(int participant, ScreenShape shape) {}

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            assertThat(full).isEqualTo(pictures == 0);
            try (PictureReader reader = new PictureReader()) {
                long number = reader.paint(payload, SHAPE.width(), SHAPE.height(), shown)
                        .number();
                if (last) {
                    pictures++;
                    unshown.add(number);
                }
            }
        }

        @Override
        public void failed(String reason) {
            throw new AssertionError(reason);
        }

        void assertExact() {
            for (int y = 0; y < SHAPE.height(); y++) {
                for (int x = 0; x < SHAPE.width(); x++) {
                    assertThat(shown[y * SHAPE.width() + x] & 0xffffff).isEqualTo(screen[y * STRIDE + x] & 0xffffff);
                }
            }
        }
    }
}
