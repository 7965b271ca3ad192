package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.beistand.helpdesk.platform.web.ConnectSources;

/**
 * The relays' addresses for the Content-Security-Policy. Learnt from registrations, heartbeats and, because another node
 * may have received those, from each admission that this node hands out. With any port: a page lives longer than a relay,
 * and the one that takes over is mostly another process on the same host.
 */
@ApplicationScoped
public class RelayConnectSources implements ConnectSources {

    private final Set<String> origins = ConcurrentHashMap.newKeySet();

    void learn(String relayUrl) {
        var uri = URI.create(relayUrl);
        origins.add(uri.getScheme() + "://" + uri.getHost() + ":*");
    }

    @Override
    public Stream<String> connectSources() {
        return origins.stream();
    }
}
