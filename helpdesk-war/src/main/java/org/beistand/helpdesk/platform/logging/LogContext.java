package org.beistand.helpdesk.platform.logging;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What every log line of this thread carries. Set by filters and by the start of background work. */
public final class LogContext {

    private static final ThreadLocal<Map<Key, String>> VALUES = ThreadLocal.withInitial(() -> new EnumMap<>(Key.class));

    private LogContext() {}

    /** What is noted from here on lasts until this is closed; then the thread carries what it carried before. */
    public static Entry scope() {
        Map<Key, String> before = snapshot();
        return () -> VALUES.set(before);
    }

    /** Adds a value that lasts until the surrounding request ends, e.g. the ticket that turned out to be meant. */
    public static void note(Key key, String value) {
        VALUES.get().put(key, value);
    }

    public static Optional<String> get(Key key) {
        return Optional.ofNullable(VALUES.get().get(key));
    }

    /** The id that ties together all lines and events of one request, or {@code -}. */
    public static String correlationId() {
        return get(Key.CORRELATION).orElse("-");
    }

    /** Forgets everything; the request is over and the thread goes back to its pool. */
    public static void clear() {
        VALUES.remove();
    }

    /** In the order of {@link Key}. */
    static Map<Key, String> snapshot() {
        return new EnumMap<>(VALUES.get());
    }

    /** What a line can carry. */
    public enum Key {
        CORRELATION("correlation"),
        SESSION("session"),
        TICKET("ticket");

        private final String text;

        Key(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A value's stay in the context. */
    @FunctionalInterface
    public interface Entry extends AutoCloseable {
        @Override
        void close();
    }
}
