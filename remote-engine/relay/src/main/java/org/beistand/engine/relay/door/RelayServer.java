package org.beistand.engine.relay.door;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.relay.meter.Meters;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Jetty server with its one WebSocket path and its pages for the operator, and the relay's clockwork. */
public final class RelayServer {

    private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);

    /** Nothing here blocks, so few threads carry many connections. */
    private static final int THREADS = 24;

    /** Frames within Jetty towards one end: our chunk, a ping, a close, and answers to an end's own pings. */
    private static final int OUTGOING_FRAMES = 64;

    /** Read from a socket at once; held only while something is read. A large frame is then few reads. */
    private static final int INPUT_BYTES = 64 << 10;

    /** Plain HTTP, before it becomes a WebSocket or after a page: whoever dawdles here is not one of ours. */
    private static final Duration HTTP_IDLE = Duration.ofSeconds(10);

    private static final Duration GOODBYES = Duration.ofSeconds(1);

    /** The shortest limit is five seconds. */
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Server server;
    private final ServerConnector connector;
    private final DoorContext door;
    private final Timing timing;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clockwork").daemon().factory());

    /**
     * @param bind address to listen on
     * @param port 0: any free one, see {@link #port()}
     * @param spool for the metrics page
     * @param drain hears the operator's order to drain
     */
    public RelayServer(String bind, int port, DoorContext door, Timing timing, Meters.Spool spool, DrainDoor drain) {
        this.door = door;
        this.timing = timing;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("relay");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(8 << 10);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(HTTP_IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(handlers(spool, drain));
    }

    private Handler handlers(Meters.Spool spool, DrainDoor drain) {
        Meters.Gauges gauges =
                new Meters.Gauges(door.sessions()::count, door.connections()::size, door.budget()::queuedBytes, spool);
        WebSocketUpgradeHandler webSockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO); // the sweep decides
            container.setInputBufferSize(INPUT_BYTES);
            container.setMaxFrameSize(Limits.FRAME_BYTES);
            container.setMaxOutgoingFrames(OUTGOING_FRAMES);
            container.setMaxBinaryMessageSize(Connection.MAX_HELLO);
            container.addMapping("/session", new WebSocketDoor(door));
        });
        webSockets.setHandler(new Handler.Sequence(drain, new OperationsPages(door, gauges)));
        return webSockets;
    }

    /** Listens from now on. */
    public void start() throws Exception {
        server.start();
        every(SWEEP, () -> {
            long now = System.nanoTime();
            door.connections().forEach(connection -> connection.sweep(now, timing));
            door.sessions().sweep();
            door.admission().sweep();
            door.throttle().sweep();
        });
        every(timing.ping(), () -> door.connections().forEach(Connection::ping));
    }

    private void every(Duration period, Runnable task) {
        clockwork.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException bug) { // the next round must come
                        LOG.error("clockwork failed", bug);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** The port that the server listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes nobody in any more and sends everybody away; waits for their goodbyes, but not long. */
    public void sendAway() {
        door.opening().close();
        door.connections().forEach(connection -> connection.close(Status.RELAY_DRAINING, "relay stops", List.of()));
        long patience = System.nanoTime() + GOODBYES.toNanos();
        while (!door.connections().isEmpty() && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Stops listening. */
    public void stop() throws Exception {
        clockwork.shutdownNow();
        server.stop();
    }
}
