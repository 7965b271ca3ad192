package org.beistand.applet.encode;

import java.time.Duration;
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

    private final Pending inexact;

    /** All of it is inexact, too. */
    private final Pending halved;

    Repairs(int width, int height) {
        inexact = new Pending(width, height, REST);
        halved = new Pending(width, height, STILL);
    }

    boolean isEmpty() {
        return inexact.isEmpty();
    }

    /** What is copied from an inexact place is as inexact there. */
    void moved(Move move) {
        inexact.moved(move);
        halved.moved(move);
    }

    /** What has just been copied is likely to be copied again. */
    void sentMove(Move move, long now) {
        inexact.touch(move.to(), now);
        halved.touch(move.to(), now);
    }

    void sentWithLoss(Area area, long now) {
        inexact.add(area);
        inexact.touch(area, now);
        halved.remove(area);
    }

    void sentInHalf(Area area, long now) {
        sentWithLoss(area, now);
        halved.add(area);
        halved.touch(area, now);
    }

    /** What went in half its size goes whole, with loss still: that it is to become exact is not put off by it. */
    void sentWhole(Area area) {
        inexact.add(area); // it may hold pixels beside what went in half
        halved.remove(area);
    }

    /** It was to be sent whole, but was left. */
    void leftInHalf(Area area) {
        left(area);
        halved.add(area);
    }

    void sentExactly(Area area) {
        inexact.remove(area);
        halved.remove(area);
    }

    /** It was to be sent exactly, but was left. */
    void left(Area area) {
        inexact.add(area);
    }

    /** @return nanoseconds until something may become better; {@link Long#MAX_VALUE} when everything is exact */
    long dueIn(long now) {
        return Math.min(wholeDueIn(now), inexact.dueIn(now));
    }

    /** @return nanoseconds until something may be sent whole; {@link Long#MAX_VALUE} when everything is */
    long wholeDueIn(long now) {
        return halved.dueIn(now);
    }

    /** @return what went in half its size and may be sent whole now, what was sent last first */
    List<Area> wholeDue(long now) {
        return halved.due(now);
    }

    /** @return what may be made exact now, what was sent last first */
    List<Area> due(long now) {
        return inexact.due(now);
    }
}
