package org.beistand.applet.encode;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;
import org.beistand.engine.protocol.picture.Raster;

/**
 * The screen as it was last looked at, in Java's memory: the only copy there is. Finds out what a new picture changes,
 * and reads no more of it than was drawn on. One thread at a time.
 */
final class ScreenCopy {

    /** Pixels of a row that are marked by their first and last difference; aligned, so that they are one word of a map. */
    private static final int SEGMENT = Long.SIZE;

    private final ScreenShape shape;
    private final int width;
    private final int[] pixels;

    /** The same pixels, to compare with. */
    private final IntBuffer own;

    private final int[] line;
    private final ChangeMap changes;
    private final ChangeMap rest;
    private final MotionFinder motion;
    private final FilmFinder films;

    ScreenCopy(Picture first) {
        shape = first.shape();
        width = shape.width();
        pixels = new int[width * shape.height()];
        own = IntBuffer.wrap(pixels);
        line = new int[width];
        changes = new ChangeMap(width, shape.height());
        rest = new ChangeMap(width, shape.height());
        motion = new MotionFinder(pixels, width, shape.height());
        films = new FilmFinder(width, shape.height());
        FreshRows fresh = new FreshRows(first);
        for (int row = 0; row < shape.height(); row++) {
            fresh.read(row, 0, width, pixels, row * width);
        }
    }

    ScreenShape shape() {
        return shape;
    }

    /** What the screen shows now. Not a copy. */
    Raster raster() {
        return new Raster(pixels, width);
    }

    /** @return where a film plays */
    Optional<Area> film(long now) {
        return films.film(now);
    }

    /**
     * Takes the new picture over.
     *
     * @param picture of this copy's width and height
     * @return empty when nothing differs; valid until the next call
     */
    Optional<Look> update(Picture picture, long now) {
        FreshRows fresh = new FreshRows(picture);
        changes.clear();
        compare(fresh, picture.drawn());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        List<Move> moves = motion.find(searched(now), fresh);
        Look look = Look.of(changes);
        if (!moves.isEmpty()) {
            rest.clear();
            rest.add(changes);
            for (Move move : moves) {
                move.apply(pixels, width);
                rest.unmark(move.to()); // compared already, every pixel of it
            }
            look = new Look(changes, moves, rest);
        }
        settle(fresh, look.rest());
        films.seen(look.rest(), raster(), now);
        return Optional.of(look);
    }

    /** In a film everything goes somewhere, and nothing stays what it is. */
    private ChangeMap searched(long now) {
        Optional<Area> film = films.film(now);
        if (film.isEmpty()) {
            return changes;
        }
        rest.clear();
        rest.add(changes);
        rest.unmark(film.get());
        return rest;
    }

    private void compare(FreshRows fresh, Area drawn) {
        int end = drawn.x() + drawn.width();
        for (int row = drawn.y(), below = row + drawn.height(); row < below; row++) {
            int same = fresh.mismatch(row, drawn.x(), end, own, row * width + drawn.x());
            if (same >= 0) {
                int from = drawn.x() + same;
                fresh.read(row, from, end, line, from);
                mark(row, from, end);
            }
        }
    }

    /** @param first a pixel of {@link #line} that differs */
    private void mark(int row, int first, int end) {
        int start = row * width;
        int from = first;
        while (from < end) {
            int to = Math.min((from | SEGMENT - 1) + 1, end);
            int last = to - 1;
            while (line[last] == pixels[start + last]) {
                last--;
            }
            changes.mark(row, from, last + 1);
            int same = Arrays.mismatch(line, to, end, pixels, start + to, start + end);
            from = same < 0 ? end : to + same;
        }
    }

    private void settle(FreshRows fresh, ChangeMap differing) {
        for (int row = differing.top(); row < differing.bottom(); row++) {
            int from = differing.next(row, 0);
            if (from < width) {
                fresh.read(row, from, differing.last(row) + 1, pixels, row * width + from);
            }
        }
    }
}
