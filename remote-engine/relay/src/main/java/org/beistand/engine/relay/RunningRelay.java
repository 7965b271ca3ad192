package org.beistand.engine.relay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayOrders;
import org.beistand.engine.protocol.contract.RelayRegistration;
import org.beistand.engine.relay.admission.Admission;
import org.beistand.engine.relay.admission.Throttle;
import org.beistand.engine.relay.door.BufferBudget;
import org.beistand.engine.relay.door.DoorContext;
import org.beistand.engine.relay.door.DrainDoor;
import org.beistand.engine.relay.door.Opening;
import org.beistand.engine.relay.door.RelayServer;
import org.beistand.engine.relay.door.Timing;
import org.beistand.engine.relay.helpdesk.HelpdeskLink;
import org.beistand.engine.relay.meter.Meters;
import org.beistand.engine.relay.recording.Tapes;
import org.beistand.engine.relay.session.Participant;
import org.beistand.engine.relay.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay with all its parts joined together, from start to stop. */
public final class RunningRelay implements AutoCloseable {

    /** Version told to the helpdesk. */
    private static final String SOFTWARE = "beistand-relay 0.1.0";

    /** A person who reloads a page in anger stays below; a flood does not. */
    private static final double CONNECTIONS_AT_ONCE = 60;

    private static final double CONNECTIONS_PER_SECOND = 1;

    /** For so long the helpdesk is asked every second for an end that others wait for. */
    private static final Duration UNSETTLED = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RunningRelay.class);

    private final DataFolder folder;
    private final HelpdeskLink helpdesk;
    private final Tapes tapes;
    private final RelayServer server;
    private final Opening opening;
    private final Drain drain;
    private final CompletableFuture<Void> drained;

    private RunningRelay(
            DataFolder folder,
            HelpdeskLink helpdesk,
            Tapes tapes,
            RelayServer server,
            Opening opening,
            Drain drain,
            CompletableFuture<Void> drained) {
        this.folder = folder;
        this.helpdesk = helpdesk;
        this.tapes = tapes;
        this.server = server;
        this.opening = opening;
        this.drain = drain;
        this.drained = drained;
    }

    /**
     * Starts a relay; it takes connections as soon as the helpdesk has admitted it.
     *
     * @throws Exception when the port is taken, or the folder cannot be written or is another relay's
     */
    public static RunningRelay start(RelaySettings settings, Timing timing, Clock clock) throws Exception {
        DataFolder folder = DataFolder.claim(settings.data());
        Meters meters = new Meters();
        Admission admission = new Admission(settings.id(), clock);
        Tapes tapes = new Tapes(settings.data().resolve("tapes"), clock);
        HelpdeskLink helpdesk = new HelpdeskLink(
                settings.helpdesk(), settings.secret(), settings.data(), clock, admission, tapes, meters::eventLost);
        Sessions sessions = new Sessions(
                clock,
                timing.grace(),
                BufferBudget.HIGH_WATER,
                (sessionId, kind, participant, status) -> report(helpdesk, sessionId, kind, participant, status),
                tapes);
        Throttle throttle = new Throttle(clock, CONNECTIONS_AT_ONCE, CONNECTIONS_PER_SECOND);
        DoorContext door = new DoorContext(
                admission, sessions, throttle, meters, BufferBudget.ofHeap(), settings.capacity(), clock);
        Drain drain = new Drain(door.opening(), sessions, helpdesk, settings.drainLimit());
        CompletableFuture<Void> drained = new CompletableFuture<>();
        DrainDoor drainDoor = new DrainDoor(settings.secret(), () -> drain.begin(() -> drained.complete(null)));
        Meters.Spool spool = new Meters.Spool(helpdesk::waitingEvents, tapes::bytes);
        RelayServer server = new RelayServer(settings.bind(), settings.port(), door, timing, spool, drainDoor);
        try {
            server.start();
        } catch (Exception portTaken) {
            tapes.close();
            helpdesk.close();
            folder.close();
            throw portTaken;
        }
        RunningRelay relay = new RunningRelay(folder, helpdesk, tapes, server, door.opening(), drain, drained);
        helpdesk.start(new HelpdeskLink.Terms(
                new RelayRegistration(settings.id(), relay.url(settings), SOFTWARE, settings.capacity()),
                () -> new RelayLoad(
                        sessions.count(),
                        door.connections().size(),
                        meters.bytesForwarded(),
                        door.opening().isDraining()),
                () -> sessions.isAnyUnsettled(UNSETTLED),
                orders -> obey(orders, sessions, door.opening())));
        LOG.info("relay listens {} port={}", settings, server.port());
        return relay;
    }

    private static void obey(RelayOrders orders, Sessions sessions, Opening opening) {
        opening.elsewhere(orders.knowsElsewhere());
        orders.endSessions().forEach(order -> sessions.endByHelpdesk(order.sessionId(), order.status()));
        orders.moves().forEach(sessions::moveAway);
    }

    private static void report(
            HelpdeskLink link, UUID sessionId, RelayEvent.Kind kind, Optional<Participant> participant, Status status) {
        link.report(sessionId, kind, participant.map(Participant::subject), participant.map(Participant::role), status);
    }

    private String url(RelaySettings settings) {
        return settings.url().map(Object::toString).orElse("ws://" + settings.bind() + ":" + port());
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Empties the relay in the background, the first time only; see {@link #drained}. */
    public void drain() {
        drain.begin(() -> drained.complete(null));
    }

    /** Complete when the relay was told to drain and may now be closed. */
    public CompletableFuture<Void> drained() {
        return drained;
    }

    /** Sends everybody to another relay, tells the helpdesk, stops. */
    @Override
    public void close() {
        opening.drain();
        helpdesk.beatNow(); // who is sent away asks the helpdesk at once, and must not be sent back here
        server.sendAway(); // the losses it causes are the helpdesk's last events
        try {
            server.stop();
        } catch (Exception stuck) {
            LOG.error("server did not stop cleanly", stuck);
        }
        tapes.close(); // whole, before the helpdesk hears the last of them
        helpdesk.close();
        leaveFolder();
        LOG.info("relay stopped");
    }

    private void leaveFolder() {
        try {
            folder.close();
        } catch (IOException stuck) {
            LOG.error("folder not left cleanly", stuck);
        }
    }
}
