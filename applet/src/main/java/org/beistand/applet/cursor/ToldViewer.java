package org.beistand.applet.cursor;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.beistand.engine.protocol.Limits;

/**
 * What one technician's viewer knows of the pointer. While the technician moves it, its place is theirs to know best: what
 * we see may be an older movement of theirs still on its way. One thread at a time, except {@link #movedIt}.
 */
final class ToldViewer {

    /** Longer than a movement needs from the wire to the system, so that it is not taken for somebody else's. */
    private static final long SETTLES_NANOS = Duration.ofMillis(150).toNanos();

    private record Place(int x, int y) {}

    private record OwnMove(Place to, long at) {}

    /** Images that the viewer keeps, the longest known first: the same rule as in the viewer. */
    private final Set<Integer> images = new LinkedHashSet<>();

    private final boolean recorded;
    private OptionalInt shown = OptionalInt.empty();
    private Optional<Place> told = Optional.empty();
    private volatile Optional<OwnMove> own = Optional.empty();

    /** @param recorded what it is told is kept, and has to say where the pointer was also when it knows that best */
    ToldViewer(boolean recorded) {
        this.recorded = recorded;
    }

    /** The technician has moved the pointer there. From any thread. */
    void movedIt(int x, int y, long now) {
        own = Optional.of(new OwnMove(new Place(x, y), now));
    }

    /** @return whether the viewer shows another image, or none at all yet */
    boolean lacks(int image) {
        return shown.isEmpty() || shown.getAsInt() != image;
    }

    /** The viewer is told of this image. @return whether its pixels must go along */
    boolean show(int image) {
        shown = OptionalInt.of(image);
        if (!images.add(image)) {
            return false;
        }
        if (images.size() > Limits.CURSORS_KEPT) {
            images.remove(images.iterator().next());
        }
        return true;
    }

    /** How long the technician's own movement still hides where the pointer is; 0: it does not. */
    long hiddenFor(long now) {
        return own.map(move -> Math.max(0, move.at() + SETTLES_NANOS - now)).orElse(0L);
    }

    /** The pointer is there. @return whether the viewer must be told */
    boolean isNews(int x, int y) {
        Place place = new Place(x, y);
        boolean knows = own.map(move -> move.to().equals(place)).orElseGet(() -> told.equals(Optional.of(place)));
        if (knows) {
            return false;
        }
        own = Optional.empty();
        told = Optional.of(place);
        return true;
    }

    /** The pointer is there, which the viewer knows itself. @return whether it must be told for the recording's sake */
    boolean isNewsForTheRecording(int x, int y) {
        Optional<Place> place = Optional.of(new Place(x, y));
        boolean news = recorded && !told.equals(place);
        told = news ? place : told;
        return news;
    }
}
