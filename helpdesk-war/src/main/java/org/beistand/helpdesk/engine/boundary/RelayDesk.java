package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.contract.RelayAdmission;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayOrders;
import org.beistand.engine.protocol.contract.RelayRegistration;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.helpdesk.engine.control.Endings;
import org.beistand.helpdesk.engine.control.Relays;
import org.beistand.helpdesk.engine.control.SigningKeys;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.engine.entity.RelayOrder;
import org.beistand.helpdesk.session.control.SessionEvent.SessionEnded;
import org.beistand.helpdesk.session.control.Sessions;

/** What relays are told and what they tell about themselves. Each method is one transaction. */
@ApplicationScoped
@Transactional
public class RelayDesk {

    /** A relay that missed its heartbeats this long has lost its sessions anyway. */
    private static final Duration ORDERS = Duration.ofMinutes(5);

    /** Longer than any relay spools events for an absent helpdesk. */
    private static final Duration EVENTS = Duration.ofDays(7);

    private static final String RELAY_ID = "[A-Za-z0-9._-]{1,100}";

    @Inject
    Relays relays;

    @Inject
    Sessions sessions;

    @Inject
    SigningKeys keys;

    @Inject
    RelayConnectSources sources;

    @Inject
    Clock clock;

    public KeySet keySet() {
        return keys.keySet();
    }

    public RelayAdmission register(RelayRegistration registration, List<String> origins) {
        if (!registration.relayId().matches(RELAY_ID)
                || !isWebSocket(registration.url())
                || registration.software().length() > 200) {
            throw new Refusal(Status.PROTOCOL_ERROR, "no such relay can be");
        }
        var id = registration.relayId();
        var now = clock.instant();
        relays.byId(id)
                .ifPresentOrElse(
                        known -> known.registerAgain(
                                registration.url(), registration.software(), registration.capacity(), now),
                        () -> relays.add(new Relay(
                                id, registration.url(), registration.software(), registration.capacity(), now)));
        sources.learn(registration.url());
        return new RelayAdmission(
                SessionGrant.ISSUER, keys.keySet(), Math.toIntExact(Relay.HEARTBEAT.toSeconds()), origins);
    }

    /** @return empty when the helpdesk does not know the relay: it must register again */
    public Optional<RelayOrders> heartbeat(String relayId, RelayLoad load, List<String> origins) {
        var now = clock.instant();
        return relays.byId(relayId).map(relay -> {
            relay.report(load.sessions(), load.connections(), load.bytesForwarded(), load.draining(), now);
            sources.learn(relay.url());
            var ended = relays.orders(relayId, now.minus(ORDERS)).stream()
                    .map(order -> new RelayOrders.EndSession(order.sessionId(), Status.valueOf(order.status())))
                    .toList();
            return new RelayOrders(
                    ended,
                    keys.keySet(),
                    origins,
                    relays.moves(relayId, now.minus(ORDERS)),
                    relays.isAnotherOpen(relayId, now));
        });
    }

    /** A session ended: its relay learns it with its next heartbeat. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onEnded(@Observes SessionEnded ended) {
        UUID session = ended.session().sessionId();
        sessions.byId(session)
                .flatMap(known -> known.relayId())
                .ifPresent(relay -> relays.order(new RelayOrder(
                        session, relay, Endings.status(ended.reason()).name(), clock.instant())));
    }

    /** How many relays are heard from. */
    public long living() {
        return relays.living(clock.instant()).size();
    }

    public boolean isLiving(String relayId) {
        return relays.byId(relayId)
                .filter(relay -> relay.isLivingAt(clock.instant()))
                .isPresent();
    }

    /** Throws away what no relay will mention again. */
    public void tidy() {
        var now = clock.instant();
        relays.forget(now.minus(EVENTS), now.minus(ORDERS));
    }

    private static boolean isWebSocket(String url) {
        try {
            var uri = URI.create(url);
            var scheme = String.valueOf(uri.getScheme());
            return (scheme.equals("ws") || scheme.equals("wss")) && uri.getHost() != null && url.length() <= 500;
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
