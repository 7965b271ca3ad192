package org.beistand.engine.relay.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantSigner;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.admission.Throttle;
import org.beistand.engine.relay.door.BufferBudget;
import org.beistand.engine.relay.door.DoorContext;
import org.beistand.engine.relay.door.DrainDoor;
import org.beistand.engine.relay.door.RelayServer;
import org.beistand.engine.relay.door.Timing;
import org.beistand.engine.relay.meter.Meters;
import org.beistand.engine.relay.session.Sessions;
import org.beistand.engine.wire.control.Ping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a session to itself, once, at the start. Java compiles what has run some thousand times; until then a frame costs
 * the relay ten times as much (docs/benchmarks/small-changes.md), and a technician who types makes a few frames a second.
 * The session is played through a server of its own on the loopback interface, with keys that nobody else ever has and
 * that are forgotten with it: the real door stays shut until the helpdesk has spoken.
 */
public final class Rehearsal {

    /** System property, "true" where a relay is started to stay: {@code beistand run} sets it. */
    public static final String PROPERTY = "beistand.rehearse";

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Three or four frames each: Java's first compiler takes a method after some hundred calls, and after two thousand at the latest. */
    private static final int ROUNDS = 1_000;

    /** A slow machine does not rehearse for longer. */
    private static final Duration AT_MOST = Duration.ofSeconds(8);

    private static final int PING_EVERY = 4;
    private static final int PICTURE_BYTES = 120;
    private static final int INPUT_BYTES = 60;
    private static final String NAME = "rehearsal";

    private final Clock clock = Clock.systemUTC();
    private final KeyPair keys;

    private Rehearsal(KeyPair keys) {
        this.keys = keys;
    }

    /** Begins on a thread of its own. The relay works all the same when it fails. */
    public static void begin() {
        Thread.ofPlatform().daemon().name(NAME).start(() -> {
            try {
                new Rehearsal(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()).play();
            } catch (Exception failed) {
                LOG.info("no rehearsal reason=\"{}\"", failed.toString());
            }
        });
    }

    private void play() throws Exception {
        Admission admission = new Admission(NAME, clock);
        KeySet known = new KeySet(List.of(Ed25519Keys.toContract(NAME, keys.getPublic())));
        admission.learn(SessionGrant.ISSUER, known, List.of());
        Sessions sessions = new Sessions(
                clock,
                Duration.ofSeconds(1),
                BufferBudget.HIGH_WATER,
                (session, kind, participant, status) -> {},
                (order, failed) -> Optional.empty());
        DoorContext door = new DoorContext(
                admission, sessions, new Throttle(clock, 8, 1), new Meters(), BufferBudget.ofHeap(), 2, clock);
        DrainDoor nobodyKnowsIt = new DrainDoor(UUID.randomUUID().toString(), () -> {});
        RelayServer server = new RelayServer("127.0.0.1", 0, door, Timing.USUAL, Meters.Spool.NONE, nobodyKnowsIt);
        server.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            play(http, URI.create("ws://127.0.0.1:" + server.port() + "/session"));
        } finally {
            server.stop();
        }
    }

    private void play(HttpClient http, URI relay) throws ExecutionException, InterruptedException, TimeoutException {
        UUID session = UUID.randomUUID();
        Player applet = new Player(http, relay, grant(session, Role.APPLET));
        applet.await();
        Player technician = new Player(http, relay, grant(session, Role.TECHNICIAN));
        technician.await();
        applet.await();
        long begun = System.nanoTime();
        int rounds = 0;
        while (rounds < ROUNDS && System.nanoTime() - begun < AT_MOST.toNanos()) {
            rounds++;
            technician.send(MessageType.KEY_PRESS, ByteBuffer.allocate(INPUT_BYTES));
            applet.await();
            applet.send(MessageType.SCREEN_PICTURE, ByteBuffer.allocate(PICTURE_BYTES));
            technician.await();
            technician.send(MessageType.PICTURE_SHOWN, ByteBuffer.allocate(INPUT_BYTES));
            applet.await();
            if (rounds % PING_EVERY == 0) {
                technician.send(MessageType.PING, ping(rounds));
                technician.await();
            }
        }
        applet.leave();
        technician.leave();
        LOG.info("rehearsed rounds={} millis={}", rounds, (System.nanoTime() - begun) / 1_000_000);
    }

    private static ByteBuffer ping(int nonce) {
        return ByteBuffer.wrap(Ping.newBuilder().setNonce(nonce).build().toByteArray());
    }

    private String grant(UUID session, Role role) {
        Instant now = clock.instant();
        Set<Permission> permissions = role == Role.APPLET ? Set.of() : EnumSet.allOf(Permission.class);
        return new GrantSigner(NAME, keys.getPrivate())
                .sign(new SessionGrant(
                        NAME,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        now,
                        now.plusSeconds(60),
                        session,
                        NAME,
                        role,
                        NAME,
                        permissions,
                        now.plusSeconds(60)));
    }
}
