package org.beistand.applet.encode;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/**
 * Which pixels a viewer shows with loss, and when each of them may become better: what went in half its size comes whole
 * as soon as it stands still, and is made exact once its place has not been sent with loss for a second. A slide that is
 * looked at becomes exact; one that is passed by, and a film, costs nothing twice. One thread at a time.
 */
final class Repairs {

    /** Long enough that a show of one slide a second is not sent twice, and exact within two seconds of rest. */
    static final Duration REST = Duration.ofMillis(1_100);

    /** Shorter than anybody sees what is blurred, and longer than a picture of what goes on changing. */
    private static final Duration STILL = Duration.ofMillis(60);

    private static final int TILE = TileSorter.TILE;

    private final ChangeMap inexact;

    /** All of it is inexact, too. */
    private final ChangeMap halved;

    private final int columns;

    /** When a tile was last sent with loss. */
    private final long[] sentAt;

    /** When a tile was last sent in half its size. */
    private final long[] halvedAt;

    Repairs(int width, int height) {
        inexact = new ChangeMap(width, height);
        halved = new ChangeMap(width, height);
        columns = (width + TILE - 1) / TILE;
        sentAt = new long[columns * ((height + TILE - 1) / TILE)];
        halvedAt = new long[sentAt.length];
    }

    boolean isEmpty() {
        return inexact.isEmpty();
    }

    /** What is copied from an inexact place is as inexact there. */
    void moved(Move move) {
        inexact.move(move);
        halved.move(move);
    }

    /** What has just been copied is likely to be copied again. */
    void sentMove(Move move, long now) {
        stamp(sentAt, move.to(), now);
        stamp(halvedAt, move.to(), now);
    }

    void sentWithLoss(Area area, long now) {
        inexact.mark(area);
        halved.unmark(area);
        stamp(sentAt, area, now);
    }

    void sentInHalf(Area area, long now) {
        inexact.mark(area);
        halved.mark(area);
        stamp(sentAt, area, now);
        stamp(halvedAt, area, now);
    }

    /** What went in half its size goes whole, with loss still: that it is to become exact is not put off by it. */
    void sentWhole(Area area) {
        inexact.mark(area); // it may hold pixels beside what went in half
        halved.unmark(area);
    }

    /** It was to be sent whole, but was left. */
    void leftInHalf(Area area) {
        inexact.mark(area);
        halved.mark(area);
    }

    void sentExactly(Area area) {
        inexact.unmark(area);
        halved.unmark(area);
    }

    /** It was to be sent exactly, but was left. */
    void left(Area area) {
        inexact.mark(area);
    }

    private void stamp(long[] at, Area area, long now) {
        for (int row = area.y() / TILE; row <= (area.y() + area.height() - 1) / TILE; row++) {
            int start = row * columns;
            java.util.Arrays.fill(at, start + area.x() / TILE, start + (area.x() + area.width() - 1) / TILE + 1, now);
        }
    }

    /** @return nanoseconds until something may become better; {@link Long#MAX_VALUE} when everything is exact */
    long dueIn(long now) {
        return Math.min(wholeDueIn(now), dueIn(inexact, sentAt, REST, now));
    }

    /** @return nanoseconds until something may be sent whole; {@link Long#MAX_VALUE} when everything is */
    long wholeDueIn(long now) {
        return dueIn(halved, halvedAt, STILL, now);
    }

    private long dueIn(ChangeMap map, long[] at, Duration after, long now) {
        if (map.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long wait = Long.MAX_VALUE;
        for (int tile = 0; tile < at.length; tile++) {
            if (has(map, tile)) {
                wait = Math.min(wait, Math.max(0, after.toNanos() - (now - at[tile])));
            }
        }
        return wait;
    }

    private boolean has(ChangeMap map, int tile) {
        int left = tile % columns * TILE;
        int top = tile / columns * TILE;
        for (int row = top; row < Math.min(top + TILE, map.height()); row++) {
            if (map.pixels(row, left) > 0) {
                return true;
            }
        }
        return false;
    }

    /** @return what went in half its size and may be sent whole now, what was sent last first */
    List<Area> wholeDue(long now) {
        return halved.isEmpty() ? List.of() : due(halved, halvedAt, STILL, now);
    }

    /** @return what may be made exact now, what was sent last first */
    List<Area> due(long now) {
        return due(inexact, sentAt, REST, now);
    }

    private List<Area> due(ChangeMap map, long[] at, Duration after, long now) {
        ChangeMap due = new ChangeMap(map.width(), map.height());
        due.add(map);
        for (int tile = 0; tile < at.length; tile++) {
            if (now - at[tile] < after.toNanos()) {
                int left = tile % columns * TILE;
                int top = tile / columns * TILE;
                due.unmark(new Area(left, top, Math.min(TILE, due.width() - left), Math.min(TILE, due.height() - top)));
            }
        }
        List<Area> areas = due.areas();
        areas.sort(Comparator.comparingLong((Area area) -> now - at[tileOf(area)]));
        return areas;
    }

    private int tileOf(Area area) {
        return area.y() / TILE * columns + area.x() / TILE;
    }
}
