package org.beistand.engine.protocol;

import java.util.Arrays;
import java.util.Optional;

/** What a frame is about. Numbers are never reused; a channel without message types is reserved for a later release. */
public enum Channel {
    CONTROL(0),
    SCREEN(1),
    CURSOR(2),
    INPUT(3),
    CHAT(4),
    CONSENT(5),
    CLIPBOARD(6),
    FILES(7),
    SYSTEM(8),
    SCRIPT(9),
    KEYS(10);

    private static final Channel[] BY_NUMBER = values();

    private final int number;

    Channel(int number) {
        this.number = number;
    }

    /** The byte in the frame header. */
    public int number() {
        return number;
    }

    /** The channel with this number; empty for one that this release does not know. */
    public static Optional<Channel> ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? Optional.of(BY_NUMBER[number]) : Optional.empty();
    }

    static {
        Arrays.stream(BY_NUMBER).forEach(channel -> {
            if (BY_NUMBER[channel.number] != channel) {
                throw new IllegalStateException("channel numbers must be dense: " + channel);
            }
        });
    }
}
