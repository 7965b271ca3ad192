package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on moving is known before it is searched, and never believed unseen. */
class OngoingMotionTest {

    private static final ScreenShape SHAPE = ScreenShape.single(700, 500, "test");
    private static final int WIDTH = SHAPE.width();
    private static final Area SCREEN = new Area(0, 0, WIDTH, SHAPE.height());
    private static final Area PAGE = new Area(64, 40, 512, 400);
    private static final Move BY_24 = new Move(new Area(64, 40, 512, 376), 64, 64);

    private final int[] screen = new int[WIDTH * SHAPE.height()];
    private final int[] before = new int[WIDTH * SHAPE.height()];
    private final OngoingMotion ongoing = new OngoingMotion(before, WIDTH, SHAPE.height());
    private final SplittableRandom random = new SplittableRandom(5);

    @BeforeEach
    void aPageOfText() {
        PaintedScreen.text(screen, WIDTH, random);
        look();
    }

    @Test
    void aPageIsScrolledOnByTheSameLines() {
        ongoing.moved(List.of(BY_24));
        BY_24.apply(screen, WIDTH);
        assertThat(ongoing.foretell(SCREEN, fresh())).containsExactly(BY_24);
    }

    @Test
    void aWindowIsDraggedOnAsFar() {
        Move first = new Move(new Area(60, 50, 300, 200), 47, 43);
        ongoing.moved(List.of(first));
        Move next = new Move(new Area(73, 57, 300, 200), 60, 50);
        next.apply(screen, WIDTH);
        assertThat(ongoing.foretell(SCREEN, fresh())).containsExactly(next);
    }

    @Test
    void aPageIsScrolledOnByOtherLinesAndBack() {
        for (int dy : new int[] {-31, 17}) {
            ongoing.moved(List.of(BY_24));
            look();
            scroll(dy);
            assertThat(ongoing.foretell(SCREEN, fresh())).singleElement().satisfies(move -> {
                assertThat(move.to().y() - move.fromY()).isEqualTo(dy);
                assertThat(move.to().pixels()).isEqualTo(512L * (400 - Math.abs(dy)));
            });
        }
    }

    @Test
    void aWindowIsDraggedElsewhere() {
        ongoing.moved(List.of(new Move(new Area(160, 150, 300, 200), 147, 143)));
        Move next = new Move(new Area(154, 171, 300, 200), 160, 150);
        next.apply(screen, WIDTH);
        assertThat(ongoing.foretell(SCREEN, fresh())).containsExactly(next);
    }

    @Test
    void partsOfAPageThatTurnsBackDoNotCoverEachOthersSources() {
        Move upper = new Move(new Area(64, 40, 512, 180), 64, 64);
        Move lower = new Move(new Area(64, 220, 512, 196), 64, 244);
        ongoing.moved(List.of(upper, lower));
        scroll(24);
        List<Move> moves = ongoing.foretell(SCREEN, fresh());
        assertThat(moves).hasSize(2);
        moves.forEach(move -> move.apply(before, WIDTH));
        for (int row = 64; row < 440; row++) {
            int start = row * WIDTH + 64;
            assertThat(Arrays.mismatch(before, start, start + 512, screen, start, start + 512))
                    .isEqualTo(-1);
        }
    }

    @Test
    void nothingGoesOnOverTheScreensEdge() {
        ongoing.moved(List.of(new Move(new Area(380, 200, 300, 200), 340, 200)));
        PaintedScreen.fill(screen, WIDTH, PAGE, 0x303030);
        assertThat(ongoing.foretell(SCREEN, fresh())).isEmpty();
    }

    @Test
    void whatRestsOrBecameSomethingElseDoesNotMove() {
        ongoing.moved(List.of(BY_24));
        assertThat(ongoing.foretell(SCREEN, fresh())).as("rests").isEmpty();
        PaintedScreen.text(screen, WIDTH, random);
        assertThat(ongoing.foretell(SCREEN, fresh())).as("another page").isEmpty();
    }

    @Test
    void whatWasNotDrawnOnIsNotMoved() {
        ongoing.moved(List.of(BY_24));
        BY_24.apply(screen, WIDTH);
        assertThat(ongoing.foretell(new Area(64, 40, 512, 300), fresh())).isEmpty();
        assertThat(ongoing.foretell(PAGE, fresh())).containsExactly(BY_24);
    }

    @Test
    void aMovementThatMissesMuchIsSearchedAnew() {
        ongoing.confirmed(List.of(BY_24), 512 * 376 / 4);
        BY_24.apply(screen, WIDTH);
        assertThat(ongoing.foretell(SCREEN, fresh())).isEmpty();
    }

    /** The contract of every look: moves, then what differs, make the screen. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whoFollowsEveryLookShowsTheScreen(long seed) {
        SplittableRandom hand = new SplittableRandom(seed);
        ScreenCopy copy = new ScreenCopy(picture(SCREEN));
        int[] shown = screen.clone();
        int moved = 0;
        for (int gesture = 0; gesture < 30; gesture++) {
            boolean drags = hand.nextInt(3) == 0;
            int dx = drags ? hand.nextInt(-9, 10) : 0;
            int dy = hand.nextInt(-30, 31);
            Area part = drags ? new Area(200, 150, 260, 180) : PAGE;
            for (int step = hand.nextInt(1, 9); step > 0; step--) {
                part = drags ? drag(part, dx, dy) : scroll(dy);
                if (hand.nextInt(6) == 0) {
                    PaintedScreen.fill(screen, WIDTH, new Area(hand.nextInt(600), hand.nextInt(400), 90, 60), step);
                }
                Look look = copy.update(picture(SCREEN), 0).orElse(null);
                if (look != null) {
                    look.moves().forEach(move -> move.apply(shown, WIDTH));
                    moved += look.moves().size();
                    take(look.rest(), shown);
                }
                assertThat(Arrays.mismatch(shown, screen)).isEqualTo(-1);
                assertThat(Arrays.mismatch(copy.raster().pixels(), screen)).isEqualTo(-1);
            }
        }
        assertThat(moved).isGreaterThan(40);
    }

    private void take(ChangeMap map, int[] shown) {
        for (int row = map.top(); row < map.bottom(); row++) {
            for (int x = map.next(row, 0); x < WIDTH; x = x + 1 < WIDTH ? map.next(row, x + 1) : WIDTH) {
                shown[row * WIDTH + x] = screen[row * WIDTH + x];
            }
        }
    }

    private Area scroll(int dy) {
        if (dy != 0) {
            int height = PAGE.height() - Math.abs(dy);
            Area to = new Area(PAGE.x(), dy > 0 ? PAGE.y() + dy : PAGE.y(), PAGE.width(), height);
            new Move(to, PAGE.x(), to.y() - dy).apply(screen, WIDTH);
        }
        return PAGE;
    }

    private Area drag(Area window, int dx, int dy) {
        int x = Math.clamp(window.x() + dx, 0, WIDTH - window.width());
        int y = Math.clamp(window.y() + dy, 0, SHAPE.height() - window.height());
        Area to = new Area(x, y, window.width(), window.height());
        if (!to.equals(window)) {
            new Move(to, window.x(), window.y()).apply(screen, WIDTH);
        }
        return to;
    }

    private void look() {
        System.arraycopy(screen, 0, before, 0, screen.length);
    }

    private FreshRows fresh() {
        return new FreshRows(picture(SCREEN));
    }

    private Picture picture(Area drawn) {
        return new Picture(SHAPE, IntBuffer.wrap(screen), WIDTH, drawn);
    }
}
