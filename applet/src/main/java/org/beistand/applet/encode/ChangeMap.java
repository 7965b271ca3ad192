package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;

/** Which parts of a screen are meant: one bit for each run of 64 pixels of each row. One thread at a time. */
final class ChangeMap {

    /** Pixels of one bit: a quarter of a kilobyte, what a cache fetches quickly and a character is narrower than. */
    static final int SEGMENT = 64;

    /** Rows without a change that a rectangle may bridge: fewer rectangles are worth a few pixels sent again. */
    private static final int BRIDGE_ROWS = 6;

    private final int width;
    private final int height;
    private final int wordsPerRow;
    private final long[] bits;

    ChangeMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.wordsPerRow = (segments() + Long.SIZE - 1) / Long.SIZE;
        this.bits = new long[wordsPerRow * height];
    }

    int segments() {
        return (width + SEGMENT - 1) / SEGMENT;
    }

    void mark(int row, int segment) {
        bits[row * wordsPerRow + segment / Long.SIZE] |= 1L << segment;
    }

    void markAll() {
        for (int row = 0; row < height; row++) {
            for (int segment = 0; segment < segments(); segment++) {
                mark(row, segment);
            }
        }
    }

    private boolean isMarked(int row, int segment) {
        return (bits[row * wordsPerRow + segment / Long.SIZE] & 1L << segment) != 0;
    }

    /** Everything that the other one means as well. Both are of the same size. */
    void add(ChangeMap other) {
        for (int index = 0; index < bits.length; index++) {
            bits[index] |= other.bits[index];
        }
    }

    boolean isEmpty() {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    private record Open(int from, int to, int top, int bottom) {}

    /**
     * Takes rectangles out of the map, from the top, until they hold enough pixels or the map is empty.
     *
     * @param mostPixels more than this is taken only by the last row of rectangles
     * @return rectangles that together cover everything that was taken out, and little else
     */
    List<Area> take(long mostPixels) {
        List<Area> areas = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        long pixels = 0;
        int row = 0;
        for (; row < height && pixels < mostPixels; row++) {
            closeOld(open, row - BRIDGE_ROWS, areas);
            pixels += (long) readRow(row, open) * SEGMENT;
        }
        closeOld(open, Integer.MAX_VALUE, areas);
        Arrays.fill(bits, 0, row * wordsPerRow, 0);
        return areas;
    }

    private int readRow(int row, List<Open> open) {
        int marked = 0;
        for (int from = 0, count = segments(); from < count; from++) {
            if (!isMarked(row, from)) {
                continue;
            }
            int to = from + 1;
            while (to < count && isMarked(row, to)) {
                to++;
            }
            extend(open, from, to, row);
            marked += to - from;
            from = to;
        }
        return marked;
    }

    private static void extend(List<Open> open, int from, int to, int row) {
        for (int index = 0; index < open.size(); index++) {
            Open candidate = open.get(index);
            if (candidate.from() == from && candidate.to() == to) {
                open.set(index, new Open(from, to, candidate.top(), row));
                return;
            }
        }
        open.add(new Open(from, to, row, row));
    }

    private void closeOld(List<Open> open, int before, List<Area> areas) {
        for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
            Open candidate = all.next();
            if (candidate.bottom() < before) {
                int left = candidate.from() * SEGMENT;
                int right = Math.min(candidate.to() * SEGMENT, width);
                areas.add(new Area(left, candidate.top(), right - left, candidate.bottom() - candidate.top() + 1));
                all.remove();
            }
        }
    }
}
