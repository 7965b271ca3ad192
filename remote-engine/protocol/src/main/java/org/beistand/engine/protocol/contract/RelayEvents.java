package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Request of {@code POST relays/{relayId}/events}: what happened at the relay, oldest first. Answered 204, also for
 * events that were delivered before.
 *
 * @param events at most {@link #MOST}
 */
public record RelayEvents(List<RelayEvent> events) {

    /** Events in one request: a long absence of the helpdesk is made good in pieces. */
    public static final int MOST = 100;

    public RelayEvents {
        events = List.copyOf(requireNonNull(events, "events"));
    }
}
