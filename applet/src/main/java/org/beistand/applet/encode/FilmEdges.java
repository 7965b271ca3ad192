package org.beistand.applet.encode;

import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;

/**
 * A film's own rectangle: the rows and columns of which at least half have changed at once. What changes beside it, a
 * clock or a button, is not blurred with it.
 */
final class FilmEdges {

    private FilmEdges() {}

    /**
     * @param changed of one look
     * @param around somewhere in it the film is
     */
    static Optional<Area> of(ChangeMap changed, Area around) {
        int[] rows = new int[around.height()];
        int[] columns = new int[around.width()];
        int right = around.x() + around.width();
        for (int row = 0; row < rows.length; row++) {
            int y = around.y() + row;
            for (int x = changed.next(y, around.x()); x < right; ) {
                int gap = Math.min(right, changed.nextGap(y, x));
                rows[row] += gap - x;
                x = gap < right ? changed.next(y, gap) : right;
            }
        }
        Optional<int[]> height = span(rows, around.width());
        if (height.isEmpty()) {
            return Optional.empty();
        }
        int top = around.y() + height.get()[0];
        int bottom = around.y() + height.get()[1];
        for (int y = top; y < bottom; y++) {
            for (int x = changed.next(y, around.x()); x < right; x = changed.next(y, x + 1)) {
                columns[x - around.x()]++;
            }
        }
        return span(columns, bottom - top)
                .map(width -> new Area(around.x() + width[0], top, width[1] - width[0], bottom - top));
    }

    /** @return the first of which at least half has changed, and the one behind the last */
    private static Optional<int[]> span(int[] counts, int of) {
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] * 2 < of) {
            first++;
        }
        while (end > first && counts[end - 1] * 2 < of) {
            end--;
        }
        return first == end ? Optional.empty() : Optional.of(new int[] {first, end});
    }
}
