package org.beistand.applet.encode;

import java.nio.IntBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beistand.applet.encode.MotionFinder.Vector;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * What moved at the last look and goes on moving: a page is scrolled on, a window dragged on. Told from samples and before
 * anything is compared, because what is moved first need not be compared, searched and compared again. Whoever moves by it
 * compares the target afterwards, all of it: a wrong guess costs bytes, never a pixel. One thread at a time.
 */
final class OngoingMotion {

    /** Pixels of a row that are compared as one sample. */
    private static final int SEGMENT = 64;

    private static final int SAMPLES = 128;

    /** Samples that only the movement explains: what rests, or has one colour, says nothing. */
    private static final int LEAST_RIGHT = 8;

    /** Hundredths of the samples that say something. */
    private static final int MOSTLY_RIGHT = 90;

    /** When more than one pixel of so many was wrong, another search may find more. */
    private static final int ONE_WRONG_OF = 5;

    private final IntBuffer was;
    private final Landmark landmark;
    private final int width;
    private final int height;
    private List<Move> last = List.of();

    /** Moves to be done, and how many more pixels the samples say they get right than wrong. */
    private record Foretold(List<Move> moves, long worth) {
        static final Foretold NOTHING = new Foretold(List.of(), 0);
    }

    /** @param before the screen as it was; looked at during {@link #foretell} only */
    OngoingMotion(int[] before, int width, int height) {
        this.was = IntBuffer.wrap(before);
        this.landmark = new Landmark(before, width, height);
        this.width = width;
        this.height = height;
    }

    /** What was found to move in this look, by whatever way. */
    void moved(List<Move> moves) {
        last = moves;
    }

    /** What was foretold was done. @param wrong pixels that are something else nevertheless */
    void confirmed(List<Move> moves, long wrong) {
        long pixels = moves.stream().mapToLong(move -> move.to().pixels()).sum();
        last = wrong * ONE_WRONG_OF > pixels ? List.of() : moves;
    }

    /**
     * @param drawn nothing outside of it has changed
     * @return moves to be done in this order; empty when nothing seems to go on
     */
    List<Move> foretell(Area drawn, FreshRows now) {
        if (last.isEmpty()) {
            return List.of();
        }
        Move first = last.getFirst();
        Vector again = new Vector(first.to().x() - first.fromX(), first.to().y() - first.fromY());
        List<Move> moves = foretell(again, drawn, now);
        return moves.isEmpty()
                ? landmark.find(first.to(), now)
                        .map(vector -> foretell(vector, drawn, now))
                        .orElse(List.of())
                : moves;
    }

    /** A page stays where it is and its content goes; a window goes as a whole. */
    private List<Move> foretell(Vector vector, Area drawn, FreshRows now) {
        Foretold scrolled = foretell(vector, move -> within(move, vector), drawn, now);
        Foretold dragged = foretell(vector, move -> along(move, vector), drawn, now);
        return (scrolled.worth >= dragged.worth ? scrolled : dragged).moves;
    }

    private Foretold foretell(Vector vector, Function<Move, Optional<Move>> next, Area drawn, FreshRows now) {
        Foretold all = Foretold.NOTHING;
        List<Move> ordered = last.stream()
                .sorted(Comparator.comparing(Move::to, vector.order()))
                .toList();
        for (Move move : ordered) {
            Optional<Move> meant = next.apply(move);
            long worth = meant.map(candidate -> worth(candidate, drawn, now)).orElse(0L);
            if (worth > 0) {
                all = new Foretold(
                        Stream.concat(all.moves.stream(), meant.stream()).toList(), all.worth + worth);
            }
        }
        return all;
    }

    private Optional<Move> within(Move move, Vector vector) {
        Area page = move.to().with(move.source());
        return Optional.of(page)
                .filter(all -> all.width() > Math.abs(vector.dx()) && all.height() > Math.abs(vector.dy()))
                .map(all -> new Move(
                        new Area(
                                all.x() + Math.max(0, vector.dx()),
                                all.y() + Math.max(0, vector.dy()),
                                all.width() - Math.abs(vector.dx()),
                                all.height() - Math.abs(vector.dy())),
                        all.x() + Math.max(0, -vector.dx()),
                        all.y() + Math.max(0, -vector.dy())));
    }

    private Optional<Move> along(Move move, Vector vector) {
        Area from = move.to();
        int x = from.x() + vector.dx();
        int y = from.y() + vector.dy();
        boolean onScreen = x >= 0 && y >= 0 && x + from.width() <= width && y + from.height() <= height;
        return onScreen
                ? Optional.of(new Move(new Area(x, y, from.width(), from.height()), from.x(), from.y()))
                : Optional.empty();
    }

    /** @return about how many pixels of the target the move gets right more than wrong; 0 when it is not to be done */
    private long worth(Move move, Area drawn, FreshRows now) {
        Area to = move.to();
        if (!drawn.contains(to)) {
            return 0;
        }
        int columns = Math.max(1, to.width() / SEGMENT);
        int right = 0;
        int wrong = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            int row = sample * to.height() / SAMPLES;
            int column = sample % columns * SEGMENT;
            int from = to.x() + column;
            int end = Math.min(from + SEGMENT, to.x() + to.width());
            int y = to.y() + row;
            int source = (move.fromY() + row) * width + move.fromX() + column;
            if (now.mismatch(y, from, end, was, source) >= 0) {
                wrong++;
            } else if (now.mismatch(y, from, end, was, y * width + from) >= 0) {
                right++;
            }
        }
        boolean goesOn = right >= LEAST_RIGHT && right * 100 >= (right + wrong) * MOSTLY_RIGHT;
        return goesOn ? to.pixels() * (SAMPLES - 2 * wrong) / SAMPLES : 0;
    }
}
