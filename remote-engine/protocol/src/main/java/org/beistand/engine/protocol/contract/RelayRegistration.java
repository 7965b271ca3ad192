package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

/**
 * Request of {@code POST relays}: a relay says that it is there.
 *
 * @param relayId name of the relay, the audience of grants for it; stable across restarts
 * @param url public WebSocket address, {@code ws://} or {@code wss://}
 * @param software name and version, for the administrator
 * @param capacity connections it is willing to hold
 */
public record RelayRegistration(String relayId, String url, String software, int capacity) {

    public RelayRegistration {
        requireNonNull(relayId, "relayId");
        requireNonNull(url, "url");
        requireNonNull(software, "software");
    }
}
