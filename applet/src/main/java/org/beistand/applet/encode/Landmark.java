package org.beistand.applet.encode;

import java.util.Optional;
import org.beistand.applet.encode.MotionFinder.Vector;
import org.beistand.engine.protocol.picture.Area;

/** A few pixels near the middle of what moved, looked for not far from where they were. One thread at a time. */
final class Landmark {

    private static final int LENGTH = 32;

    /** Of its pixels so many are unlike the one before: blank ground is everywhere. */
    private static final int LEAST_EDGES = 6;

    /** How far things go from one look to the next. */
    private static final int REACH = 64;

    /** Rows below the middle that are tried: between two lines of text there is nothing. */
    private static final int ROWS_TRIED = 48;

    private final int[] before;
    private final int width;
    private final int height;
    private final int[] line = new int[LENGTH + 2 * REACH];

    Landmark(int[] before, int width, int height) {
        this.before = before;
        this.width = width;
        this.height = height;
    }

    /** @return how far it went; empty when there is none, or it is not there any more, or at two places */
    Optional<Vector> find(Area moved, FreshRows now) {
        int x = moved.x() + Math.max(0, moved.width() / 2 - LENGTH);
        int middle = moved.y() + moved.height() / 2;
        int bottom = Math.min(moved.y() + moved.height(), middle + ROWS_TRIED);
        for (int y = middle; y < bottom && moved.width() >= LENGTH; y++) {
            if (edges(y * width + x) >= LEAST_EDGES) {
                return search(x, y, now);
            }
        }
        return Optional.empty();
    }

    private int edges(int start) {
        int edges = 0;
        for (int index = start + 1; index < start + LENGTH; index++) {
            edges += before[index] == before[index - 1] ? 0 : 1;
        }
        return edges;
    }

    private Optional<Vector> search(int x, int y, FreshRows now) {
        Optional<Vector> found = Optional.empty();
        int left = Math.max(0, x - REACH);
        int right = Math.min(width, x + LENGTH + REACH);
        int start = y * width + x;
        for (int row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
            now.read(row, left, right, line, 0);
            for (int at = 0; at + LENGTH <= right - left; at++) {
                if (line[at] == before[start] && isHere(at, start)) {
                    if (found.isPresent()) {
                        return Optional.empty();
                    }
                    found = Optional.of(new Vector(left + at - x, row - y));
                }
            }
        }
        return found.filter(vector -> vector.dx() != 0 || vector.dy() != 0);
    }

    private boolean isHere(int at, int start) {
        for (int index = 1; index < LENGTH; index++) {
            if (line[at + index] != before[start + index]) {
                return false;
            }
        }
        return true;
    }
}
