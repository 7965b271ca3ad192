package org.beistand.applet.encode;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beistand.applet.encode.MotionFinder.Vector;
import org.beistand.engine.protocol.picture.Area;

/** For a vector that was guessed: the rectangles in which every pixel really came from there. One thread at a time. */
final class MovedAreas {

    /** Compared at once. */
    private static final int SEGMENT = 64;

    /** A rectangle must save at least so many pixels that would be sent otherwise. */
    private static final int LEAST_SAVED = 2_000;

    private static final int LEAST_ROWS = 4;
    private static final int MOST_AREAS = 6;

    /** Rows, in per cent of those that the best column has, in which a column beside it may differ. */
    private static final int MAY_DIFFER = 6;

    /** Compared before everything is: most wrong guesses end here. */
    private static final int SAMPLES = 96;

    private final int[] before;

    /** The same pixels, to compare with. */
    private final IntBuffer was;

    private final int width;
    private final int height;
    private final int[] line = new int[SEGMENT];

    MovedAreas(int[] before, int width, int height) {
        this.before = before;
        this.was = IntBuffer.wrap(before);
        this.width = width;
        this.height = height;
    }

    /** Where in the region content came by this vector, and how much of it had changed. */
    private final class Grid {
        private final int dx;
        private final int dy;
        private final Area region;
        private final FreshRows now;
        private final int columns;
        private final boolean[] same;
        private final int[] saved;

        Grid(Vector vector, Area inRegion, FreshRows now) {
            dx = vector.dx();
            dy = vector.dy();
            region = inRegion;
            this.now = now;
            columns = (region.width() + SEGMENT - 1) / SEGMENT;
            same = new boolean[columns * region.height()];
            saved = new int[columns];
        }

        int left(int column) {
            return region.x() + column * SEGMENT;
        }

        int right(int column) {
            return Math.min(left(column) + SEGMENT, region.x() + region.width());
        }

        boolean isSame(int y, int from, int to) {
            return same(y, from, to) == to - from;
        }

        /** How many pixels of a row, from the left, came by the vector. */
        int same(int y, int from, int to) {
            int source = y - dy;
            if (source < 0 || source >= height || from - dx < 0 || to - dx > width) {
                return 0;
            }
            int equal = now.mismatch(y, from, to, was, source * width + from - dx);
            return equal < 0 ? to - from : equal;
        }

        void compare(ChangeMap changes) {
            int end = Math.min(region.x() + region.width(), width + dx);
            for (int row = 0; row < region.height(); row++) {
                int y = region.y() + row;
                for (int column = 0; column < columns && left(column) < end; column++) {
                    int to = left(column) + same(y, left(column), end);
                    for (; column < columns && right(column) <= to; column++) {
                        same[row * columns + column] = true;
                        saved[column] += changes.pixels(y, left(column));
                    }
                }
            }
        }

        int best() {
            int best = 0;
            for (int column = 1; column < columns; column++) {
                if (saved[column] > saved[best]) {
                    best = column;
                }
            }
            return best;
        }

        /** Whether this column moved in nearly all the rows in which the best one did. */
        boolean goesWith(int column, int best) {
            if (column < 0 || column >= columns || saved[column] == 0) {
                return false;
            }
            int rows = 0;
            int differ = 0;
            for (int row = 0; row < region.height(); row++) {
                if (same[row * columns + best]) {
                    rows++;
                    differ += same[row * columns + column] ? 0 : 1;
                }
            }
            return differ * 100 <= rows * MAY_DIFFER;
        }

        boolean isRowSame(int row, int fromColumn, int toColumn) {
            for (int column = fromColumn; column <= toColumn; column++) {
                if (!same[row * columns + column]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @return rectangles that do not overlap, the best ones first; empty when the guess was wrong */
    List<Area> find(Vector vector, Area region, ChangeMap changes, FreshRows now) {
        if (vector.dx() == 0 && vector.dy() == 0) {
            return List.of();
        }
        Grid grid = new Grid(vector, region, now);
        if (!isPromising(grid, changes)) {
            return List.of();
        }
        grid.compare(changes);
        int best = grid.best();
        int from = best;
        while (grid.goesWith(from - 1, best)) {
            from--;
        }
        int to = best;
        while (grid.goesWith(to + 1, best)) {
            to++;
        }
        List<Area> areas = rowsOf(grid, from, to);
        areas.removeIf(area -> saved(area, changes) < LEAST_SAVED);
        areas.sort(Comparator.comparingLong((Area area) -> saved(area, changes)).reversed());
        return areas.subList(0, Math.min(MOST_AREAS, areas.size()));
    }

    private static boolean isPromising(Grid grid, ChangeMap changes) {
        int tried = 0;
        int matched = 0;
        Area region = grid.region;
        int step = Math.max(1, region.height() * grid.columns / (SAMPLES * 4)) | 1;
        for (int cell = 0; cell < region.height() * grid.columns && tried < SAMPLES; cell += step) {
            int y = region.y() + cell / grid.columns;
            int column = cell % grid.columns;
            if (changes.pixels(y, grid.left(column)) > 0) {
                tried++;
                matched += grid.isSame(y, grid.left(column), grid.right(column)) ? 1 : 0;
            }
        }
        return matched * 4 >= tried && matched > 0;
    }

    private List<Area> rowsOf(Grid grid, int from, int to) {
        List<Area> areas = new ArrayList<>();
        int top = -1;
        for (int row = 0; row <= grid.region.height(); row++) {
            boolean moved = row < grid.region.height() && grid.isRowSame(row, from, to);
            if (moved && top < 0) {
                top = row;
            } else if (!moved && top >= 0) {
                if (row - top >= LEAST_ROWS) {
                    areas.add(widened(grid, grid.left(from), grid.right(to), grid.region.y() + top, row - top));
                }
                top = -1;
            }
        }
        return areas;
    }

    /** Content does not begin and end where segments do. */
    private Area widened(Grid grid, int left, int right, int top, int rows) {
        int before = Math.min(SEGMENT, Math.min(left, left - grid.dx));
        int behind = Math.min(SEGMENT, width - Math.max(right, right - grid.dx));
        for (int y = top; y < top + rows && before + behind > 0; y++) {
            if (behind > 0) {
                behind = grid.same(y, right, right + behind);
            }
            if (before > 0) {
                before = sameBefore(grid, y, left, before);
            }
        }
        return new Area(left - before, top, right - left + before + behind, rows);
    }

    /** How many pixels left of x, at most so many, came by the vector. */
    private int sameBefore(Grid grid, int y, int x, int most) {
        grid.now.read(y, x - most, x, line, 0);
        int there = (y - grid.dy) * width + x - grid.dx - most;
        int from = most;
        while (from > 0 && line[from - 1] == before[there + from - 1]) {
            from--;
        }
        return most - from;
    }

    private static long saved(Area area, ChangeMap changes) {
        long pixels = 0;
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x + SEGMENT <= area.x() + area.width(); x += SEGMENT) {
                pixels += changes.pixels(y, x);
            }
        }
        return pixels;
    }
}
