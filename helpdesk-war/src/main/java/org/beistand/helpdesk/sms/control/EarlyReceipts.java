package org.beistand.helpdesk.sms.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Receipts for messages that are not on record. One may be quicker than the record; so the centre is asked to come again,
 * but not for ever: of some messages, such as tests, nothing is ever recorded.
 */
@ApplicationScoped
public class EarlyReceipts {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST = 1000;

    private final Map<String, Instant> waiting = new LinkedHashMap<>();

    @Inject
    Clock clock;

    /** Whether the record may still come: it is asked again with the next attempt of the centre. */
    public synchronized boolean mayBeExplained(String messageId) {
        Instant now = clock.instant();
        Instant first = waiting.computeIfAbsent(messageId, any -> now);
        boolean early = now.isBefore(first.plus(PATIENCE));
        if (!early) {
            waiting.remove(messageId);
        } else if (waiting.size() > MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return early;
    }
}
