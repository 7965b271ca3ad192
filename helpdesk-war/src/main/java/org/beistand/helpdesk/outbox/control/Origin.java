package org.beistand.helpdesk.outbox.control;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from. What a destination told us is not told to it again, and that it refused a letter is not
 * written to it either: neither would ever end.
 */
public final class Origin {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Origin() {}

    /** Events fired by {@code work} go to every destination but that one. */
    public static <T> T of(String destination, Supplier<T> work) {
        String before = CURRENT.get();
        CURRENT.set(destination);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static boolean is(String destination) {
        return destination.equals(CURRENT.get());
    }
}
