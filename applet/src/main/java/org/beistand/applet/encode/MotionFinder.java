package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * Finds content that only went elsewhere: a page that was scrolled, a window that was dragged. Guesses vectors (the last
 * one, vertical ones by rows, any by fingerprints; first in the way that was right last) and believes none before it has
 * compared every pixel. One thread at a time.
 */
final class MotionFinder {

    /** Smaller changes are cheaper sent than searched. */
    private static final int LEAST_PIXELS = 5_000;

    /** When this share of the screen has changed it is another picture, not a moved one. */
    private static final double ANOTHER_PICTURE = 0.85;

    /** After looking in vain several times (a film), this many changes at most pass without looking again. */
    private static final int MOST_SKIPPED = 24;

    private final int width;
    private final int height;
    private final MovedAreas movedAreas;
    private final List<VectorGuess> guesses;
    private Optional<Vector> last = Optional.empty();
    private int inVain;
    private int skip;

    /** How far content went: right and down are positive. */
    record Vector(int dx, int dy) {

        /** In which areas move by it so that none destroys another one's source. */
        Comparator<Area> order() {
            Comparator<Area> fromTheTop = Comparator.comparingInt(Area::y);
            return dy > 0 ? fromTheTop.reversed() : fromTheTop;
        }
    }

    /** One way to guess. */
    interface VectorGuess {
        Optional<Vector> guess(Area region, FreshRows now);
    }

    /** @param before the screen as it was; looked at during {@link #find} only */
    MotionFinder(int[] before, int width, int height) {
        this.width = width;
        this.height = height;
        this.movedAreas = new MovedAreas(before, width, height);
        this.guesses = new ArrayList<>(
                List.of((region, now) -> last, new VerticalGuess(before, width), new FingerprintGuess(before, width)));
    }

    /** @return what moved, in an order in which no move destroys another one's source; mostly empty */
    List<Move> find(ChangeMap changes, FreshRows now) {
        long pixels = changes.pixels();
        if (pixels < LEAST_PIXELS || pixels > (long) width * height * ANOTHER_PICTURE) {
            return List.of();
        }
        if (skip > 0) {
            skip--;
            return List.of();
        }
        Optional<Area> region = MainRegion.of(changes);
        if (region.isEmpty()) {
            return List.of();
        }
        for (VectorGuess guess : guesses) {
            Optional<Vector> vector = guess.guess(region.get(), now);
            List<Area> areas = vector.map(found -> movedAreas.find(found, region.get(), changes, now))
                    .orElse(List.of());
            if (!areas.isEmpty()) {
                last = vector;
                inVain = 0;
                if (guess != guesses.getFirst()) {
                    guesses.remove(guess);
                    guesses.add(1, guess);
                }
                return moves(areas, vector.orElseThrow());
            }
        }
        inVain++;
        skip = inVain < 3 ? 0 : Math.min(MOST_SKIPPED, inVain);
        return List.of();
    }

    private static List<Move> moves(List<Area> areas, Vector vector) {
        List<Area> ordered = new ArrayList<>(areas);
        ordered.sort(vector.order());
        return ordered.stream()
                .map(area -> new Move(area, area.x() - vector.dx(), area.y() - vector.dy()))
                .toList();
    }
}
