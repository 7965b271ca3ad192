package org.beistand.applet.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.SplittableRandom;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is a film, where are its edges, and when is it over. */
class FilmFinderTest {

    private static final ScreenShape SHAPE = ScreenShape.single(800, 600, "test");
    private static final int WIDTH = SHAPE.width();
    private static final Area FILM = new Area(90, 75, 400, 260);
    private static final long FRAME = 33_000_000;

    private final int[] screen = new int[WIDTH * SHAPE.height()];
    private final SplittableRandom random = new SplittableRandom(3);
    private ScreenCopy copy;
    private long now = 1;

    @BeforeEach
    void aDesk() {
        PaintedScreen.text(screen, WIDTH, random);
        copy = new ScreenCopy(picture());
    }

    @Test
    void aFilmIsFoundWithinAQuarterOfASecondAndToThePixel() {
        play(FILM, 0, 8);
        assertThat(copy.film(now)).contains(FILM);
    }

    @Test
    void aClockAboveAndAButtonBesideItAreNotBlurredWithIt() {
        for (int frame = 0; frame < 30; frame++) {
            PaintedScreen.film(screen, WIDTH, FILM, frame);
            PaintedScreen.fill(screen, WIDTH, new Area(100 + frame, 68, 20, 6), 0x2040A0 + frame);
            PaintedScreen.fill(screen, WIDTH, new Area(495, 120, 10, 10), 0x804020 + frame);
            look();
        }
        assertThat(copy.film(now)).contains(FILM);
    }

    @Test
    void itStaysTheSameRectangleWhilePartsOfItStandStill() {
        play(FILM, 0, 20);
        for (int frame = 20; frame < 60; frame++) {
            PaintedScreen.film(screen, WIDTH, new Area(90, 75, 400, 190), frame);
            look();
            assertThat(copy.film(now)).contains(FILM);
        }
    }

    @Test
    void itGrowsWithItsWindow() {
        play(FILM, 0, 20);
        Area larger = new Area(60, 40, 500, 340);
        play(larger, 20, 30);
        assertThat(copy.film(now)).contains(larger);
    }

    @Test
    void itIsLookedForAnewWhenItIsMuchSmaller() {
        play(FILM, 0, 20);
        Area smaller = new Area(300, 200, 190, 135);
        play(smaller, 20, 40);
        assertThat(copy.film(now)).contains(smaller);
    }

    @Test
    void itIsOverWhenItRests() {
        play(FILM, 0, 20);
        assertThat(copy.film(now + 400_000_000)).isPresent();
        assertThat(copy.film(now + 600_000_000)).isEmpty();
    }

    @Test
    void aShowOfSlidesIsNone() {
        for (int slide = 0; slide < 20; slide++) {
            PaintedScreen.film(screen, WIDTH, FILM, slide);
            now += 1_000_000_000;
            look();
        }
        assertThat(copy.film(now)).isEmpty();
    }

    @Test
    void lettersThatRunAreNone() {
        for (int frame = 0; frame < 40; frame++) {
            int[] page = new int[FILM.width() * FILM.height()];
            PaintedScreen.text(page, FILM.width(), random);
            for (int row = 0; row < FILM.height(); row++) {
                System.arraycopy(page, row * FILM.width(), screen, (FILM.y() + row) * WIDTH + FILM.x(), FILM.width());
            }
            look();
        }
        assertThat(copy.film(now)).isEmpty();
    }

    @Test
    void lettersInAFilmsPlaceEndIt() {
        play(FILM, 0, 20);
        lettersThatRunAreNone();
    }

    @Test
    void aSmallMovingPictureIsNone() {
        play(new Area(200, 200, 60, 60), 0, 40);
        assertThat(copy.film(now)).isEmpty();
    }

    private void play(Area area, int from, int pictures) {
        for (int frame = from; frame < from + pictures; frame++) {
            PaintedScreen.film(screen, WIDTH, area, frame);
            look();
        }
    }

    private void look() {
        now += FRAME;
        assertThat(copy.update(picture(), now)).isPresent();
    }

    private Picture picture() {
        return new Picture(SHAPE, IntBuffer.wrap(screen), WIDTH);
    }
}
