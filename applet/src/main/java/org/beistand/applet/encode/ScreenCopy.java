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
    private final OngoingMotion ongoing;
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
        ongoing = new OngoingMotion(pixels, width, shape.height());
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
        List<Move> foretold = films.film(now).isPresent() ? List.of() : ongoing.foretell(picture.drawn(), fresh);
        foretold.forEach(move -> move.apply(pixels, width));
        compare(fresh, picture.drawn());
        if (changes.isEmpty() && foretold.isEmpty()) {
            return Optional.empty();
        }
        Look look = foretold.isEmpty() ? search(fresh, now) : behind(foretold);
        settle(fresh, look.rest());
        films.seen(look.rest(), raster(), now);
        return Optional.of(look);
    }

    /** What differs is known: perhaps some of it only went elsewhere. */
    private Look search(FreshRows fresh, long now) {
        List<Move> moves = motion.find(searched(now), fresh);
        ongoing.moved(moves);
        if (moves.isEmpty()) {
            return Look.of(changes);
        }
        rest.clear();
        rest.add(changes);
        for (Move move : moves) {
            move.apply(pixels, width);
            rest.unmark(move.to()); // compared already, every pixel of it
        }
        return new Look(changes, moves, rest);
    }

    /** What differs behind the moves is known; before them, anything in their targets may have. */
    private Look behind(List<Move> moves) {
        rest.clear();
        rest.add(changes);
        ongoing.confirmed(moves, rest.pixels());
        moves.forEach(move -> changes.mark(move.to()));
        return new Look(changes, moves, rest);
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
            from = nextDifference(to, end, start);
        }
    }

    /** @return a column from {@code from} on; {@code end} when there is none */
    private int nextDifference(int from, int end, int start) {
        if (from < end && line[from] != pixels[start + from]) {
            return from; // in photographs nearly always, and a call of the intrinsic costs more than all the rest
        }
        int same = Arrays.mismatch(line, from, end, pixels, start + from, start + end);
        return same < 0 ? end : from + same;
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
