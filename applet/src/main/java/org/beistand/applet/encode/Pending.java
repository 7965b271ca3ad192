package org.beistand.applet.encode;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/** Pixels that are to be sent once more, each when its tile has been left alone for a time. One thread at a time. */
final class Pending {

    private static final int TILE = TileSorter.TILE;

    private final ChangeMap pixels;
    private final Duration alone;
    private final int columns;
    private final long[] touchedAt;

    /** @param alone for how long a tile must not have been touched */
    Pending(int width, int height, Duration alone) {
        this.pixels = new ChangeMap(width, height);
        this.alone = alone;
        this.columns = (width + TILE - 1) / TILE;
        this.touchedAt = new long[columns * ((height + TILE - 1) / TILE)];
    }

    boolean isEmpty() {
        return pixels.isEmpty();
    }

    /** What waits at the source waits at the target. */
    void moved(Move move) {
        pixels.move(move);
    }

    void add(Area area) {
        pixels.mark(area);
    }

    void remove(Area area) {
        pixels.unmark(area);
    }

    /** Whatever waits in its tiles waits from now on. */
    void touch(Area area, long now) {
        for (int row = area.y() / TILE; row <= (area.y() + area.height() - 1) / TILE; row++) {
            int start = row * columns;
            Arrays.fill(touchedAt, start + area.x() / TILE, start + (area.x() + area.width() - 1) / TILE + 1, now);
        }
    }

    /** @return nanoseconds until something is due; {@link Long#MAX_VALUE} when nothing waits */
    long dueIn(long now) {
        if (isEmpty()) {
            return Long.MAX_VALUE;
        }
        long wait = Long.MAX_VALUE;
        for (int tile = 0; tile < touchedAt.length; tile++) {
            if (has(tile)) {
                wait = Math.min(wait, Math.max(0, alone.toNanos() - (now - touchedAt[tile])));
            }
        }
        return wait;
    }

    private boolean has(int tile) {
        int left = tile % columns * TILE;
        int top = tile / columns * TILE;
        for (int row = top; row < Math.min(top + TILE, pixels.height()); row++) {
            if (pixels.pixels(row, left) > 0) {
                return true;
            }
        }
        return false;
    }

    /** @return areas that together cover what is due, and little else; what was touched last first */
    List<Area> due(long now) {
        if (isEmpty()) {
            return List.of();
        }
        ChangeMap due = new ChangeMap(pixels.width(), pixels.height());
        due.add(pixels);
        for (int tile = 0; tile < touchedAt.length; tile++) {
            if (now - touchedAt[tile] < alone.toNanos()) {
                int left = tile % columns * TILE;
                int top = tile / columns * TILE;
                due.unmark(new Area(left, top, Math.min(TILE, due.width() - left), Math.min(TILE, due.height() - top)));
            }
        }
        List<Area> areas = due.areas();
        areas.sort(Comparator.comparingLong((Area area) -> now - touchedAt(area)));
        return areas;
    }

    private long touchedAt(Area area) {
        return touchedAt[area.y() / TILE * columns + area.x() / TILE];
    }
}
