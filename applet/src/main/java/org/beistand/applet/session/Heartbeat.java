package org.beistand.applet.session;

import java.time.Duration;
import java.util.logging.Logger;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.control.Ping;

/** Asks the relay for signs of life, and gives up on one that shows none. Used on the loop. */
final class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

    static final Duration EVERY = Duration.ofSeconds(5);

    /** Three pings unanswered. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private long pings;

    void beat(RelayConnection current) {
        if (current.silence().compareTo(LONGEST_SILENCE) > 0) {
            LOG.info("the relay has gone silent");
            current.abort();
        } else {
            pings++;
            current.send(MessageType.PING, Ping.newBuilder().setNonce(pings).build());
        }
    }
}
