package org.beistand.applet.encode;

import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;

/** Puts rectangles around marked pixels, row by row: tight ones, but not many, since each costs bytes and a call. */
final class AreaFinder {

    /** Pixels between two runs of a row, and rows between two runs, that a rectangle bridges. */
    private static final int BRIDGE_COLUMNS = 48;

    private static final int BRIDGE_ROWS = 6;

    /** Unmarked pixels that a rectangle may hold: about what another rectangle would cost. */
    private static final int WASTE_PIXELS = 1_200;

    private final ChangeMap map;
    private final List<Area> found = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** A rectangle that may still grow. */
    private static final class Open {
        private int left;
        private int right;
        private final int top;
        private int bottom;
        private long marked;

        Open(int row, int from, int to) {
            left = from;
            right = to;
            top = row;
            bottom = row;
            marked = to - from;
        }

        boolean takes(int row, int from, int to) {
            if (from > right + BRIDGE_COLUMNS || to < left - BRIDGE_COLUMNS) {
                return false;
            }
            int newLeft = Math.min(left, from);
            int newRight = Math.max(right, to);
            long all = (long) (newRight - newLeft) * (row - top + 1);
            long meant = marked + to - from;
            if (all - meant > Math.max(WASTE_PIXELS, meant / 2)) {
                return false;
            }
            left = newLeft;
            right = newRight;
            bottom = row;
            marked = meant;
            return true;
        }

        Area area() {
            return new Area(left, top, right - left, bottom - top + 1);
        }
    }

    AreaFinder(ChangeMap map) {
        this.map = map;
    }

    List<Area> find() {
        for (int row = map.top(); row < map.bottom(); row++) {
            int from = map.next(row, 0);
            if (from < map.width()) {
                closeOld(row - BRIDGE_ROWS);
                readRow(row, from);
            }
        }
        closeOld(Integer.MAX_VALUE);
        return found;
    }

    private void readRow(int row, int first) {
        int from = first;
        while (from < map.width()) {
            int to = map.nextGap(row, from);
            int next = to < map.width() ? map.next(row, to) : map.width();
            while (next < map.width() && next - to <= BRIDGE_COLUMNS) {
                to = map.nextGap(row, next);
                next = to < map.width() ? map.next(row, to) : map.width();
            }
            add(row, from, to);
            from = next;
        }
    }

    private void add(int row, int from, int to) {
        for (Open candidate : open) {
            if (candidate.takes(row, from, to)) {
                return;
            }
        }
        open.add(new Open(row, from, to));
    }

    private void closeOld(int before) {
        open.removeIf(candidate -> {
            boolean old = candidate.bottom < before;
            if (old) {
                found.add(candidate.area());
            }
            return old;
        });
    }
}
