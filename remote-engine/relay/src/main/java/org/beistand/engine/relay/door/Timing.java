package org.beistand.engine.relay.door;

import java.time.Duration;
import org.beistand.engine.protocol.Limits;

/**
 * How patient the relay is.
 *
 * @param hello from the WebSocket's opening to a complete Hello
 * @param stall a receiver must take a chunk of 64 KiB within this
 * @param congestion senders wait for one receiver at most this long without a pause
 * @param ping how often each end is asked for a sign of life
 * @param silence an end that says nothing for this long is gone
 * @param grace a session waits this long for an applet that was lost
 */
public record Timing(
        Duration hello, Duration stall, Duration congestion, Duration ping, Duration silence, Duration grace) {

    /** For real lines: a laptop that wakes up or a train in a tunnel must not end a session. */
    public static final Timing USUAL = new Timing(
            Limits.HELLO_TIME,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(50),
            Duration.ofMinutes(5));
}
