package org.beistand.applet.encode;

import org.beistand.engine.protocol.picture.Area;

/** How a tile of the screen has changed lately. One thread at a time. */
final class FilmTile {

    /** Means nothing before the first change. */
    private Area moved = new Area(0, 0, 1, 1);

    private int looks;
    private long changedAt;

    void changed(Area where, long now) {
        if (looks == 0 || now - changedAt > FilmFinder.REST) {
            looks = 0;
            moved = where;
        }
        changedAt = now;
        looks++;
        moved = moved.with(where);
    }

    /** What changes here is no photograph. */
    void isNone() {
        looks = 0;
    }

    /** How often in a row it has changed. */
    int looks() {
        return looks;
    }

    /** The rectangle around everything that has changed in a row. */
    Area moved() {
        return moved;
    }

    boolean isMoving(long now) {
        return looks >= FilmFinder.LOOKS && now - changedAt <= FilmFinder.REST;
    }
}
