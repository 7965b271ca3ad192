package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.platform.photo.JpegPhotos;
import org.beistand.applet.platform.video.Vp8Reader;
import org.beistand.applet.platform.video.VpxVideos;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.PictureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens on a screen, and however slow a viewer is: at rest each of them shows every pixel. */
class EveryViewerIsExactTest {

    private static final ScreenShape SHAPE = ScreenShape.single(501, 307, "test");
    private static final int WIDTH = SHAPE.width();
    private static final Set<String> OLD = Set.of("screen.qoi-deflate");
    private static final Set<String> COPYING = Set.of("screen.qoi-deflate", "screen.copy");
    private static final Set<String> PACKED = Set.of("screen.qoi-deflate", "screen.copy", "screen.zstd-stream");

    private static final Set<String> QUIET = Set.of("screen.copy", "screen.zstd-stream", "screen.jpeg", "screen.quiet");
    private static final Set<String> PHOTOS = Set.of("screen.copy", "screen.zstd-stream", "screen.jpeg");
    private static final Set<String> HALVES =
            Set.of("screen.copy", "screen.zstd-stream", "screen.jpeg", "screen.jpeg-half");
    private static final Set<String> FILMS = Set.of("screen.zstd-stream", "screen.jpeg", "screen.vp8");
    private static final long TWO_SECONDS = 2_000_000_000L;

    private final int[] screen = new int[WIDTH * SHAPE.height()];
    private long now = 1;
    private int moves;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void atRestAfterScrollingDraggingAndDrawing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ScreenCopy copy = pageOfText(random);
        List<Viewer> viewers = List.of(
                new Viewer(1, PACKED, 0),
                new Viewer(2, PACKED, 7),
                new Viewer(3, COPYING, 3),
                new Viewer(4, OLD, 0),
                new Viewer(5, OLD, 11),
                new Viewer(6, PACKED, 23),
                new Viewer(7, PHOTOS, 0),
                new Viewer(8, PHOTOS, 9),
                new Viewer(9, QUIET, 0),
                new Viewer(10, QUIET, 13),
                new Viewer(11, HALVES, 0),
                new Viewer(12, HALVES, 17));
        viewers.subList(10, 12).forEach(thin -> thin.takes = 400_000_000);
        for (int step = 0; step < 120; step++) {
            now += 20_000_000;
            PaintedScreen.step(screen, WIDTH, random);
            copy.update(picture(), now).ifPresent(look -> {
                moves += look.moves().size();
                viewers.forEach(viewer -> viewer.stream.changed(look));
            });
            for (Viewer viewer : viewers) {
                viewer.receive(copy, viewer.delay == 0 || step % viewer.delay == 0);
            }
            viewers.getFirst().assertConsistent(step);
        }
        assertThat(viewers.get(6).wrongPixels()).as("shown with loss").isPositive();
        assertExactAtRest(viewers, copy, TWO_SECONDS);
        assertThat(viewers.get(7).quietly).as("of one that says it always").isZero();
        assertThat(moves).as("found moves").isGreaterThan(20);
    }

    @Test
    void withAWordOnlyForEveryFourthLetter() {
        PaintedScreen.fill(screen, WIDTH, new Area(0, 0, WIDTH, SHAPE.height()), 3);
        ScreenCopy copy = new ScreenCopy(picture());
        List<Viewer> viewers = List.of(new Viewer(1, QUIET, 0), new Viewer(2, PHOTOS, 0));
        viewers.forEach(viewer -> viewer.receive(copy, true));
        for (int letter = 0; letter < 12; letter++) {
            now += 100_000_000;
            PaintedScreen.fill(screen, WIDTH, new Area(20 + letter * 9, 40, 6, 11), letter);
            tell(viewers, copy);
            viewers.forEach(viewer -> viewer.receive(copy, true));
            viewers.forEach(Viewer::assertExact);
        }
        assertThat(viewers).extracting(viewer -> viewer.quietly).containsExactly(9, 0);
        viewers.forEach(viewer -> viewer.stream.close());
    }

    @Test
    void inHalfTheSizeWhereThePathIsThinThenWholeThenExact() {
        ScreenCopy copy = pageOfText(new SplittableRandom(12));
        Viewer viewer = new Viewer(1, HALVES, 0);
        Viewer knowsNone = new Viewer(2, PHOTOS, 0);
        List<Viewer> viewers = List.of(viewer, knowsNone);
        viewers.forEach(each -> each.takes = 400_000_000);
        viewers.forEach(each -> each.receive(copy, true));
        now += 400_000_000;
        PaintedScreen.film(screen, WIDTH, new Area(64, 64, 320, 192), 1);
        tell(viewers, copy);
        viewers.forEach(each -> each.receive(copy, true));
        assertThat(viewer.photographs).as("widths").containsExactly(160);
        assertThat(knowsNone.photographs).containsExactly(320);
        assertThat(viewer.wrongPixels()).isPositive();

        now += 30_000_000;
        viewer.receive(copy, true);
        assertThat(viewer.photographs).as("not yet").hasSize(1);
        new Move(new Area(64, 80, 320, 192), 64, 64).apply(screen, WIDTH);
        tell(viewers, copy);
        assertExactAtRest(viewers, copy, 2 * TWO_SECONDS);
        assertThat(viewer.photographs.subList(1, viewer.photographs.size()))
                .as("whole where it is now")
                .isNotEmpty()
                .allMatch(width -> width == 320);
    }

    @Test
    void lettersInTheMiddleOfAPhotographAreNeverBlurred() {
        ScreenCopy copy = pageOfText(new SplittableRandom(13));
        int[] text = screen.clone();
        Viewer viewer = new Viewer(1, HALVES, 0);
        viewer.takes = 400_000_000;
        viewer.receive(copy, true);
        Area letters = new Area(0, 0, 64, 64);
        now += 400_000_000;
        PaintedScreen.film(screen, WIDTH, new Area(0, 0, WIDTH, SHAPE.height()), 1);
        restore(text, letters);
        tell(List.of(viewer), copy);
        for (long end = now + 500_000_000; now < end; now += 20_000_000) {
            viewer.receive(copy, true);
            assertThat(viewer.wrongPixels(letters)).isZero();
        }
        assertThat(viewer.photographs).as("in half, then whole").hasSizeGreaterThan(1);
        restore(text, new Area(0, 64, WIDTH, SHAPE.height() - 64)); // only a strip of the photograph is left
        tell(List.of(viewer), copy);
        assertExactAtRest(List.of(viewer), copy, 2 * TWO_SECONDS);
    }

    private void restore(int[] before, Area area) {
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * WIDTH + area.x();
            System.arraycopy(before, start, screen, start, area.width());
        }
    }

    @Test
    void atRestAfterAFilm() {
        ScreenCopy copy = pageOfText(new SplittableRandom(11));
        List<Viewer> viewers = List.of(new Viewer(1, FILMS, 0), new Viewer(2, FILMS, 5), new Viewer(3, PHOTOS, 0));
        Area film = new Area(40, 30, 320, 200);
        for (int frame = 0; frame < 90; frame++) {
            now += 33_000_000;
            // It stops for a while, and goes on elsewhere.
            PaintedScreen.film(screen, WIDTH, frame < 60 ? film : new Area(150, 90, 320, 200), frame);
            PaintedScreen.fill(screen, WIDTH, new Area(4 + frame, 290, 8, 8), frame);
            if (frame == 45) {
                now += 3_000_000_000L;
            }
            tell(viewers, copy);
            for (Viewer viewer : viewers) {
                viewer.receive(copy, viewer.delay == 0 || frame % viewer.delay == 0);
            }
        }
        assertThat(viewers.getFirst().pictures).as("frames of film").isBetween(40, 85);
        assertThat(viewers.get(1).pictures).as("of a slow viewer").isBetween(5, 60);
        assertThat(viewers.get(2).pictures).as("of one that knows no films").isZero();
        assertThat(viewers.getFirst().wrongPixels()).as("shown with loss").isPositive();
        assertExactAtRest(viewers, copy, TWO_SECONDS);
    }

    @Test
    void afterConsentWasTakenBackInTheMiddleOfAPicture() {
        SplittableRandom random = new SplittableRandom(9);
        ScreenCopy copy = pageOfText(random);
        Viewer viewer = new Viewer(1, PACKED, 0);
        viewer.receive(copy, true);
        PaintedScreen.step(screen, WIDTH, random);
        tell(List.of(viewer), copy);
        viewer.refuses = true;
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> viewer.receive(copy, true)))
                .isInstanceOf(IllegalStateException.class);
        viewer.refuses = false;
        for (int round = 0; round < 40; round++) {
            now += 20_000_000;
            viewer.receive(copy, true);
        }
        viewer.assertExact();
        viewer.stream.close();
    }

    private ScreenCopy pageOfText(SplittableRandom random) {
        PaintedScreen.text(screen, WIDTH, random);
        return new ScreenCopy(picture());
    }

    /** Each for itself, from the same moment on. */
    private void assertExactAtRest(List<Viewer> viewers, ScreenCopy copy, long within) {
        long rest = now;
        for (Viewer viewer : viewers) {
            for (now = rest; now < rest + within; now += 20_000_000) {
                viewer.receive(copy, true);
            }
            viewer.assertExact();
            viewer.stream.close();
        }
    }

    private void tell(List<Viewer> viewers, ScreenCopy copy) {
        copy.update(picture(), now).ifPresent(look -> viewers.forEach(viewer -> viewer.stream.changed(look)));
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), WIDTH);
    }

    /** Decodes what its stream sends, and says so late. */
    private final class Viewer implements ScreenFeed.Outlet {
        private final ViewerStream stream;
        private final int delay;
        private final int[] shown = new int[WIDTH * SHAPE.height()];
        private final List<Integer> photographs = new ArrayList<>();
        private long takes = 5_000_000;
        private int pictures;
        private int quietly;
        private final Vp8Reader films = new Vp8Reader();
        private final PictureReader reader = new PictureReader(this::decode, (frame, key, width, height) -> {
            pictures++;
            return films.decode(frame, key, width, height);
        });
        private final List<Long> unshown = new ArrayList<>();
        private boolean refuses;

        Viewer(int participant, Set<String> features, int delay) {
            this.stream = new ViewerStream(
                    participant, features, new LossyCoders(new JpegPhotos(), new VpxVideos()), WIDTH, SHAPE.height());
            this.delay = delay;
        }

        void receive(ScreenCopy copy, boolean acknowledge) {
            if (stream.isReady() || stream.repairDueIn(now) == 0) {
                stream.send(copy, this, now);
            }
            if (acknowledge) {
                unshown.forEach(picture -> stream.shown(picture, now + takes));
                unshown.clear();
            }
        }

        private int[] decode(byte[] jpeg, int width, int height) {
            photographs.add(width);
            try {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
                return image.getRGB(0, 0, width, height, null, 0, width);
            } catch (IOException damaged) {
                throw new AssertionError(damaged);
            }
        }

        @Override
        public void layout(int participant, ScreenShape shape) {}

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            if (refuses) {
                throw new IllegalStateException("refused");
            }
            if (full) {
                reader.begin();
            }
            PictureReader.Painted painted = reader.paint(payload, WIDTH, SHAPE.height(), shown);
            if (last && !painted.quiet()) {
                unshown.add(painted.number());
            }
            quietly += painted.quiet() ? 1 : 0;
        }

        @Override
        public void failed(String reason) {
            throw new AssertionError(reason);
        }

        /** A viewer that has nothing left to get shows the screen. */
        void assertConsistent(int step) {
            if (!stream.isReady() && stream.isOpen()) {
                assertThat(wrongPixels()).as("step %d", step).isZero();
            }
        }

        void assertExact() {
            assertThat(wrongPixels()).isZero();
        }

        private int wrongPixels() {
            return wrongPixels(new Area(0, 0, WIDTH, SHAPE.height()));
        }

        private int wrongPixels(Area area) {
            int wrong = 0;
            for (int row = area.y(); row < area.y() + area.height(); row++) {
                for (int index = row * WIDTH + area.x(); index < row * WIDTH + area.x() + area.width(); index++) {
                    wrong += (shown[index] ^ screen[index]) << 8 == 0 ? 0 : 1;
                }
            }
            return wrong;
        }
    }
}
