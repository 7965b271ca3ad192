package org.beistand.applet.encode;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * Which pixels a viewer shows with loss, and when each of them may be made exact: once its place has not been sent with
 * loss for a second. A slide that is looked at becomes exact; one that is passed by, and a film, costs nothing twice. One
 * thread at a time.
 */
final class Repairs {

    /** Long enough that a show of one slide a second is not sent twice, and exact within two seconds of rest. */
    static final Duration REST = Duration.ofMillis(1_100);

    private static final int TILE = TileSorter.TILE;

    private final ChangeMap inexact;
    private final int columns;

    /** When a tile was last sent with loss. */
    private final long[] sentAt;

    Repairs(int width, int height) {
        inexact = new ChangeMap(width, height);
        columns = (width + TILE - 1) / TILE;
        sentAt = new long[columns * ((height + TILE - 1) / TILE)];
    }

    boolean isEmpty() {
        return inexact.isEmpty();
    }

    /** What is copied from an inexact place is as inexact there. */
    void moved(Move move) {
        inexact.move(move);
    }

    /** What has just been copied is likely to be copied again. */
    void sentMove(Move move, long now) {
        stamp(move.to(), now);
    }

    void sentWithLoss(Area area, long now) {
        inexact.mark(area);
        stamp(area, now);
    }

    void sentExactly(Area area) {
        inexact.unmark(area);
    }

    /** It was to be sent exactly, but was left. */
    void left(Area area) {
        inexact.mark(area);
    }

    private void stamp(Area area, long now) {
        for (int row = area.y() / TILE; row <= (area.y() + area.height() - 1) / TILE; row++) {
            int start = row * columns;
            java.util.Arrays.fill(
                    sentAt, start + area.x() / TILE, start + (area.x() + area.width() - 1) / TILE + 1, now);
        }
    }

    /** @return nanoseconds until something may be made exact; {@link Long#MAX_VALUE} when everything is */
    long dueIn(long now) {
        if (inexact.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long wait = Long.MAX_VALUE;
        for (int tile = 0; tile < sentAt.length; tile++) {
            if (has(tile)) {
                wait = Math.min(wait, Math.max(0, REST.toNanos() - (now - sentAt[tile])));
            }
        }
        return wait;
    }

    private boolean has(int tile) {
        int left = tile % columns * TILE;
        int top = tile / columns * TILE;
        for (int row = top; row < Math.min(top + TILE, inexact.height()); row++) {
            if (inexact.pixels(row, left) > 0) {
                return true;
            }
        }
        return false;
    }

    /** @return what may be made exact now, what was sent last first */
    List<Area> due(long now) {
        ChangeMap due = new ChangeMap(inexact.width(), inexact.height());
        due.add(inexact);
        for (int tile = 0; tile < sentAt.length; tile++) {
            if (now - sentAt[tile] < REST.toNanos()) {
                int left = tile % columns * TILE;
                int top = tile / columns * TILE;
                due.unmark(new Area(left, top, Math.min(TILE, due.width() - left), Math.min(TILE, due.height() - top)));
            }
        }
        List<Area> areas = due.areas();
        areas.sort(Comparator.comparingLong((Area area) -> now - stampOf(area)));
        return areas;
    }

    private long stampOf(Area area) {
        return sentAt[area.y() / TILE * columns + area.x() / TILE];
    }
}
