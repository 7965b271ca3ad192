package org.beistand.engine.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.relay.door.Timing;

/** A relay on a free port with its helpdesk double, and ends to talk to it. */
final class RelayHouse implements AutoCloseable {

    /** Quicker than for real lines, yet with patience for a build machine that is busy. */
    static final Timing QUICK = new Timing(
            Duration.ofMillis(2_500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2));

    /** More connections than any other test opens. */
    private static final int ROOM = 100;

    final HelpdeskDouble helpdesk;
    final HttpClient client = HttpClient.newHttpClient();
    private final RunningRelay relay;

    RelayHouse(Path data) throws Exception {
        this(data, QUICK);
    }

    RelayHouse(Path data, Timing timing) throws Exception {
        this(new HelpdeskDouble(), data, timing);
    }

    RelayHouse(HelpdeskDouble helpdesk, Path data, Timing timing) throws Exception {
        this(helpdesk, settings(helpdesk, data, ROOM), timing);
    }

    /** One that holds only so many connections. */
    static RelayHouse holding(int connections, Path data) throws Exception {
        HelpdeskDouble helpdesk = new HelpdeskDouble();
        return new RelayHouse(helpdesk, settings(helpdesk, data, connections), QUICK);
    }

    private RelayHouse(HelpdeskDouble helpdesk, RelaySettings settings, Timing timing) throws Exception {
        this.helpdesk = helpdesk;
        relay = RunningRelay.start(settings, timing, Clock.systemUTC());
        await("the relay is registered", () -> get("/health/ready") == 200);
    }

    static RelaySettings settings(HelpdeskDouble helpdesk, Path data) {
        return settings(helpdesk, data, ROOM);
    }

    private static RelaySettings settings(HelpdeskDouble helpdesk, Path data, int connections) {
        return new RelaySettings(
                HelpdeskDouble.RELAY_ID,
                "127.0.0.1",
                0,
                Optional.empty(),
                helpdesk.url(),
                HelpdeskDouble.SECRET,
                data,
                connections,
                Duration.ofSeconds(5));
    }

    TestEnd connect() {
        return TestEnd.connect(client, relay.port());
    }

    int port() {
        return relay.port();
    }

    TestEnd applet(UUID session) {
        return connect().enter(helpdesk.applet(session));
    }

    TestEnd technician(UUID session, Permission... permissions) {
        return connect().enter(helpdesk.technician(session, UUID.randomUUID(), permissions));
    }

    int get(String path) {
        try {
            return client.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException unreachable) {
            return 0;
        }
    }

    String page(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.port() + path))
                .build();
    }

    /** Waits for something that has no event of its own; fails after ten seconds. */
    static void await(String what, BooleanSupplier holds) {
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** As the operator orders it, with this secret. */
    int orderDrain(String secret) throws Exception {
        HttpRequest order = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.port() + "/drain"))
                .header("Authorization", "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(order, BodyHandlers.discarding()).statusCode();
    }

    boolean isDrained() {
        return relay.drained().isDone();
    }

    void stopRelay() {
        relay.close();
    }

    @Override
    public void close() {
        relay.close();
        client.shutdownNow();
        helpdesk.close();
    }
}
