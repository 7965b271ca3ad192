package org.beistand.engine.relay.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.relay.HelpdeskDouble;

/**
 * {@code beistand bench relay}: one relay process under the load of more and more sessions, then large frames, then ends
 * that never read, then nothing at all. The generator shares the machine with the relay; both costs are reported.
 */
public final class RelayBenchmark implements AutoCloseable {

    private static final int PUMPS = 8;
    private static final int DEAF = 200;
    private static final Duration CONNECTING = Duration.ofMinutes(3);
    private static final FrameMould LARGE = new FrameMould(MessageType.SCREEN_PICTURE, Limits.FRAME_BYTES);

    private final LoadLoop loop = new LoadLoop();
    private final Latencies latencies = new Latencies();
    private final List<LoadSession> sessions = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(20);
    private final HelpdeskDouble helpdesk = new HelpdeskDouble();
    private final RelayUnderLoad relay;
    private final int port;
    private final Duration phase;
    private long delivered;

    private RelayBenchmark(int port, Duration phase) throws Exception {
        this.port = port;
        this.phase = phase;
        Path data = Files.createTempDirectory("relay-bench");
        relay = RelayUnderLoad.start(HelpdeskDouble.RELAY_ID, port, helpdesk.url(), HelpdeskDouble.SECRET, data);
        System.out.println("relay log: " + data.resolve("relay.log"));
    }

    /** {@code relay}, or nothing; {@code -Dbench.port} and {@code -Dbench.seconds} for each phase. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && !List.of("", "relay").contains(arguments[0])) {
            return; // another benchmark was asked for
        }
        int port = Integer.getInteger("bench.port", 21_580);
        try (RelayBenchmark benchmark =
                new RelayBenchmark(port, Duration.ofSeconds(Integer.getInteger("bench.seconds", 15)))) {
            benchmark.run();
        }
    }

    private void run() throws IOException {
        loop.runUntil(() -> helpdesk.hasRelay(), CONNECTING);
        nothing("relay without sessions");
        System.out.printf(
                "%8s %9s %9s %10s %10s %12s %9s %9s %9s%n",
                "sessions", "frames/s", "Mbit/s", "relay s/s", "load s/s", "us per frame", "p50 ms", "p99 ms", "MiB");
        for (int count : List.of(10, 100, 500, 1_000, 2_000)) {
            connect(count);
            sessions.forEach(session -> session.begin(loop));
            loop.run(Duration.ofSeconds(3)); // compilers and caches
            mixed(count);
            loop.only(() -> {});
            loop.run(Duration.ofSeconds(1));
        }
        nothing("2,000 silent sessions");
        large();
        deaf();
    }

    private void connect(int count) throws IOException {
        while (sessions.size() < count) {
            int first = sessions.size();
            int next = Math.min(count, first + 50); // a machine of two cores has people coming, not all at once
            for (int number = first; number < next; number++) {
                sessions.add(session(number));
            }
            List<LoadSession> fresh = sessions.subList(first, next);
            if (!loop.runUntil(() -> fresh.stream().allMatch(LoadSession::isComplete), CONNECTING)) {
                throw new IllegalStateException("sessions do not come about");
            }
        }
    }

    private LoadSession session(int number) throws IOException {
        UUID id = UUID.randomUUID();
        String source = "10." + number % 200 + "." + number / 200 + ".";
        LoadSession[] itself = new LoadSession[1];
        LoadEnd applet = new LoadEnd(loop.selector(), port, helpdesk.applet(id), source + 1, this::arrived);
        String grant = helpdesk.technician(id, UUID.randomUUID(), Permission.VIEW, Permission.CONTROL);
        LoadEnd technician = new LoadEnd(loop.selector(), port, grant, source + 2, (at, stamp, bytes) -> {
            arrived(at, stamp, bytes);
            if (bytes > 1_000 && bytes < LARGE.bytes()) {
                itself[0].shown();
            }
        });
        itself[0] = new LoadSession(number, applet, technician, random.split());
        return itself[0];
    }

    private void arrived(LoadEnd at, long stampNanos, long bytes) {
        latencies.add(System.nanoTime() - stampNanos);
        delivered += bytes;
    }

    private void mixed(int count) throws IOException {
        Measured measured = measure(phase);
        System.out.printf(
                "%8d %9.0f %9.1f %10.3f %10.3f %12.1f %9.3f %9.3f %9d%n",
                count,
                measured.frames() / measured.seconds(),
                measured.bytes() * 8 / 1e6 / measured.seconds(),
                measured.relayCpu() / measured.seconds(),
                measured.ownCpu() / measured.seconds(),
                measured.relayCpu() * 1e6 / measured.frames(),
                latencies.millis(0.5),
                latencies.millis(0.99),
                relay.residentMiB(false));
        mustBeWhole();
    }

    private void large() throws IOException {
        List<LoadSession> pumps = sessions.subList(0, PUMPS);
        loop.only(() -> pump(pumps));
        loop.run(Duration.ofSeconds(3));
        Measured measured = measure(phase);
        System.out.printf(
                "large frames (%d sessions, %d KiB each): %.2f Gbit/s, relay %.3f s/s, load %.3f s/s, relay %.2f ns a byte,"
                        + " p50 %.2f ms%n",
                PUMPS,
                LARGE.bytes() / 1024,
                measured.bytes() * 8 / 1e9 / measured.seconds(),
                measured.relayCpu() / measured.seconds(),
                measured.ownCpu() / measured.seconds(),
                measured.relayCpu() * 1e9 / measured.bytes(),
                latencies.millis(0.5));
        loop.only(() -> {});
        loop.run(Duration.ofSeconds(2));
        mustBeWhole();
    }

    /** Technicians who never read, and applets that send what they can. */
    private void deaf() throws IOException {
        List<LoadSession> pumps = sessions.subList(PUMPS, PUMPS + DEAF);
        pumps.forEach(session -> session.technician().stopReading());
        loop.only(() -> pump(pumps));
        measure(Duration.ofSeconds(20));
        System.out.printf(
                "%d technicians who never read: relay %s, %d MiB resident at its highest%n",
                DEAF, relay.isAlive() ? "lives" : "has died", relay.residentMiB(true));
        loop.only(() -> {});
    }

    private static void pump(List<LoadSession> pumps) {
        for (LoadSession session : pumps) {
            if (session.applet().isIdle() && !session.applet().isClosed()) {
                session.applet().send(LARGE, MessageType.SCREEN_PICTURE, System.nanoTime());
            }
        }
    }

    private void nothing(String what) throws IOException {
        loop.run(Duration.ofSeconds(3));
        Measured measured = measure(Duration.ofSeconds(20));
        System.out.printf(
                "%s: %.4f s/s, %d MiB resident%n",
                what, measured.relayCpu() / measured.seconds(), relay.residentMiB(false));
    }

    private record Measured(double seconds, double relayCpu, double ownCpu, int frames, long bytes) {}

    private Measured measure(Duration time) throws IOException {
        latencies.clear();
        delivered = 0;
        long started = System.nanoTime();
        double relayBefore = relay.cpuSeconds();
        double ownBefore = RelayUnderLoad.ownCpuSeconds();
        loop.run(time);
        return new Measured(
                (System.nanoTime() - started) / 1e9,
                relay.cpuSeconds() - relayBefore,
                RelayUnderLoad.ownCpuSeconds() - ownBefore,
                latencies.count(),
                delivered);
    }

    private void mustBeWhole() {
        long broken = sessions.stream().filter(LoadSession::isBroken).count();
        if (broken > 0) {
            throw new IllegalStateException(broken + " sessions have lost an end");
        }
    }

    @Override
    public void close() throws IOException {
        sessions.forEach(session -> {
            session.applet().close();
            session.technician().close();
        });
        relay.close();
        helpdesk.close();
        loop.close();
    }
}
