package org.beistand.applet.encode;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who is shown the screen, and who will be in a moment. One thread at a time. */
final class Audience {

    private final Map<Integer, ViewerStream> viewers = new LinkedHashMap<>();
    private final Map<Integer, ViewerStream> expected = new HashMap<>();

    /** This participant will be added, or forgotten; nothing is sent before. */
    void expect(ViewerStream viewer) {
        forget(viewer.participant());
        expected.put(viewer.participant(), viewer);
    }

    /** Takes in who was expected; else with a stream made now, in the place of an older one of the same participant. */
    ViewerStream add(int participant, Supplier<ViewerStream> made) {
        ViewerStream ready = expected.remove(participant);
        forget(participant);
        ViewerStream viewer = ready == null ? made.get() : ready;
        viewers.put(participant, viewer);
        return viewer;
    }

    void forget(int participant) {
        Stream.of(expected, viewers)
                .map(streams -> streams.remove(participant))
                .filter(Objects::nonNull)
                .forEach(ViewerStream::close);
    }

    void forgetAll() {
        Stream.of(expected, viewers).forEach(streams -> {
            streams.values().forEach(ViewerStream::close);
            streams.clear();
        });
    }

    Optional<ViewerStream> find(int participant) {
        return Optional.ofNullable(viewers.get(participant));
    }

    Collection<ViewerStream> all() {
        return viewers.values();
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    /** Whether anybody is here or expected. */
    boolean isAwaited() {
        return !viewers.isEmpty() || !expected.isEmpty();
    }

    boolean any(Predicate<ViewerStream> condition) {
        for (ViewerStream viewer : viewers.values()) {
            if (condition.test(viewer)) {
                return true;
            }
        }
        return false;
    }
}
