package org.beistand.applet.encode;

import java.util.Optional;
import org.beistand.engine.protocol.picture.Area;

/** Around what changed most: where something may have moved, without the clock in the corner. */
final class MainRegion {

    /** Rows without a change between two changes that belong together: the space between two lines of text. */
    private static final int BRIDGE_ROWS = 6;

    /** What belongs to the largest band of changed rows, rather than to a clock elsewhere. */
    private static final int SAME_ORDER = 10;

    private static final int LEAST_SIDE = 24;

    private final ChangeMap changes;
    private final int[] pixels;

    private MainRegion(ChangeMap changes) {
        this.changes = changes;
        this.pixels = new int[changes.bottom() - changes.top()];
    }

    /** @return empty when too little has changed in one place */
    static Optional<Area> of(ChangeMap changes) {
        return changes.isEmpty() ? Optional.empty() : new MainRegion(changes).find();
    }

    private Optional<Area> find() {
        for (int row = 0; row < pixels.length; row++) {
            pixels[row] = changes.pixels(changes.top() + row);
        }
        long most = 0;
        for (int row = 0; row < pixels.length; row = endOfBand(row)) {
            most = Math.max(most, pixels(row, endOfBand(row)));
        }
        int first = pixels.length;
        int end = 0;
        for (int row = 0; row < pixels.length; row = endOfBand(row)) {
            if (pixels(row, endOfBand(row)) * SAME_ORDER >= most) {
                first = Math.min(first, row);
                end = endOfBand(row);
            }
        }
        return around(changes.top() + first, changes.top() + end);
    }

    /** The row behind a band: changed rows, and blank ones as long as they are few. */
    private int endOfBand(int start) {
        int blank = 0;
        int row = start;
        while (row < pixels.length && blank <= BRIDGE_ROWS) {
            blank = pixels[row] > 0 ? 0 : blank + 1;
            row++;
        }
        return row;
    }

    private long pixels(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            sum += pixels[row];
        }
        return sum;
    }

    private Optional<Area> around(int top, int below) {
        int left = changes.width();
        int right = 0;
        int bottom = top;
        for (int row = top; row < below; row++) {
            int from = changes.next(row, 0);
            if (from < changes.width()) {
                left = Math.min(left, from);
                right = Math.max(right, changes.last(row) + 1);
                bottom = row + 1;
            }
        }
        return right - left >= LEAST_SIDE && bottom - top >= LEAST_SIDE
                ? Optional.of(new Area(left, top, right - left, bottom - top))
                : Optional.empty();
    }
}
