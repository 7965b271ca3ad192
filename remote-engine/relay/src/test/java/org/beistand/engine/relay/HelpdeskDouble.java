package org.beistand.engine.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.contract.Problem;
import org.beistand.engine.protocol.contract.RelayAdmission;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayEvents;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayOrders;
import org.beistand.engine.protocol.contract.RelayRegistration;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;

/** The relay's side of a helpdesk on a real port: signs, admits, orders, takes events, and can be away. */
public final class HelpdeskDouble implements AutoCloseable {

    public static final String RELAY_ID = "relay-under-test";
    public static final String SECRET = "a-secret-of-the-test-0123456789";
    static final String ORIGIN = "https://help.example.org";

    private final TapeShelf tapes = new TapeShelf();
    private final KeyPair key;
    private final HttpServer http;
    private final List<RelayOrders.EndSession> orders = new CopyOnWriteArrayList<>();
    private final BlockingQueue<RelayEvent> events = new LinkedBlockingQueue<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final AtomicInteger unauthorised = new AtomicInteger();
    private final List<UUID> moves = new CopyOnWriteArrayList<>();
    private volatile boolean elsewhere;
    private volatile boolean draining;
    private volatile boolean away;
    private volatile boolean answersLost;

    public HelpdeskDouble() throws IOException, NoSuchAlgorithmException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "/api/v1/engine/relays";
        http.createContext(
                base,
                exchange -> answer(exchange, () -> {
                    RelayRegistration registration = Json.read(exchange.getRequestBody(), RelayRegistration.class);
                    boolean known = registration.relayId().equals(RELAY_ID);
                    return known ? new RelayAdmission(SessionGrant.ISSUER, keys(), 1, List.of(ORIGIN)) : new Object[0];
                }));
        http.createContext(
                base + "/" + RELAY_ID + "/heartbeat",
                exchange -> answer(exchange, () -> {
                    draining = Json.read(exchange.getRequestBody(), RelayLoad.class)
                            .draining();
                    heartbeats.incrementAndGet();
                    return new RelayOrders(List.copyOf(orders), keys(), List.of(ORIGIN), List.copyOf(moves), elsewhere);
                }));
        http.createContext(
                base + "/" + RELAY_ID + "/events",
                exchange -> answer(exchange, () -> {
                    events.addAll(Json.read(exchange.getRequestBody(), RelayEvents.class)
                            .events());
                    return "";
                }));
        http.createContext(base + "/" + RELAY_ID + "/recordings", exchange -> {
            if (tapes.answers(exchange)) {
                answer(exchange, () -> tapes.take(exchange).orElse(Problem.of(Status.GRANT_REFUSED, "")));
            }
        });
        http.start();
    }

    TapeShelf tapes() {
        return tapes;
    }

    private interface Answer {
        Object give() throws IOException;
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            if (!("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                unauthorised.incrementAndGet();
                exchange.sendResponseHeaders(401, -1);
            } else if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                Object body = answer.give();
                if (answersLost && body instanceof String) {
                    return; // taken, but the relay does not hear so
                }
                byte[] bytes = body instanceof String ? new byte[0] : Json.write(body);
                boolean refused = body instanceof Problem;
                String type = refused ? "application/problem+json" : "application/json";
                exchange.getResponseHeaders().set("Content-Type", type);
                int status = bytes.length == 0 ? 204 : refused ? 404 : 200;
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void setAway(boolean away) {
        this.away = away;
    }

    void setAnswersLost(boolean answersLost) {
        this.answersLost = answersLost;
    }

    void orderEnd(UUID session, Status status) {
        orders.add(new RelayOrders.EndSession(session, status));
    }

    void orderMove(UUID session) {
        moves.add(session);
    }

    /** Another relay is there. */
    void setElsewhere(boolean elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** What the relay said last. */
    boolean isDraining() {
        return draining;
    }

    BlockingQueue<RelayEvent> events() {
        return events;
    }

    /** Whether a relay has reported. */
    public boolean hasRelay() {
        return heartbeats.get() > 0;
    }

    int unauthorised() {
        return unauthorised.get();
    }

    private KeySet keys() {
        return new KeySet(List.of(Ed25519Keys.toContract("k1", key.getPublic())));
    }

    GrantSigner signer() {
        return new GrantSigner("k1", key.getPrivate());
    }

    public String applet(UUID session) {
        return sign(grant(session, session, Role.APPLET, List.of()));
    }

    public String technician(UUID session, UUID subject, Permission... permissions) {
        return sign(grant(session, subject, Role.TECHNICIAN, List.of(permissions)));
    }

    String sign(SessionGrant grant) {
        return signer().sign(grant);
    }

    static SessionGrant grant(UUID session, UUID subject, Role role, List<Permission> permissions) {
        Instant now = java.time.Clock.systemUTC().instant();
        return grant(RELAY_ID, session, subject, role, permissions, now, now.plusSeconds(60));
    }

    static SessionGrant grant(
            String relay,
            UUID session,
            UUID subject,
            Role role,
            List<Permission> permissions,
            Instant issued,
            Instant expires) {
        return new SessionGrant(
                relay,
                subject,
                UUID.randomUUID(),
                issued,
                expires,
                session,
                "17",
                role,
                role == Role.APPLET ? "Kundin" : "Technikerin",
                java.util.Set.copyOf(permissions),
                issued.plusSeconds(3600));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
