package org.beistand.engine.relay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.beistand.engine.relay.door.Opening;
import org.beistand.engine.relay.helpdesk.HelpdeskLink;
import org.beistand.engine.relay.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the relay before a stop: it takes no new session, and as soon as the helpdesk knows another relay, sessions are
 * sent there, a few at a time. While there is no other, people go on here until they have finished or the limit is over.
 */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    /** Sessions sent away at once, and the pause after them: the helpdesk hands out two grants for each. */
    private static final int AT_ONCE = 25;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Opening opening;
    private final Sessions sessions;
    private final HelpdeskLink helpdesk;
    private final Duration limit;

    Drain(Opening opening, Sessions sessions, HelpdeskLink helpdesk, Duration limit) {
        this.opening = opening;
        this.sessions = sessions;
        this.helpdesk = helpdesk;
        this.limit = limit;
    }

    /** Begins in the background, the first time only. @param whenEmpty called once, when the relay may stop */
    void begin(Runnable whenEmpty) {
        if (opening.drain()) {
            LOG.info("relay drains sessions={} limit={}", sessions.count(), limit);
            Thread.ofPlatform().name("drain").start(() -> {
                empty();
                whenEmpty.run();
            });
        }
    }

    private void empty() {
        long started = System.nanoTime();
        helpdesk.beatNow(); // before anybody asks for the way to another relay
        while (sessions.count() > 0 && System.nanoTime() - started < limit.toNanos()) {
            if (opening.isAnotherOpen()) {
                sessions.ids().stream().limit(AT_ONCE).forEach(sessions::moveAway);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        LOG.info("relay is drained sessions={}", sessions.count());
    }
}
