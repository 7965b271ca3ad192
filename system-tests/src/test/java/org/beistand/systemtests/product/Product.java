package org.beistand.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The running product: {@code ./beistand run --demo} on a fresh data folder. */
public final class Product implements AutoCloseable {
    /** Far above the 45 s that are asked for: a busy build machine must not fail the functional tests. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(8);

    /** The master administrator's password in the tests. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** Every demo account's password in the tests. */
    public static final String DEMO_PASSWORD = "demo battery staple horse";

    private final Supplier<Optional<Script>> start;
    private final int port;
    private final Path data;
    private Optional<Script> script;

    private Product(Supplier<Optional<Script>> start, int port, Path data) {
        this.start = start;
        this.port = port;
        this.data = data;
        this.script = start.get();
    }

    /**
     * A product that somebody has started with {@code run --demo} and the passwords above, for quick turns while writing
     * a test: {@code -Dbeistand.st.running=<port> -Dbeistand.st.data=<its data folder>}.
     */
    static Optional<Product> alreadyRunning() {
        return Optional.ofNullable(Integer.getInteger("beistand.st.running"))
                .map(port ->
                        new Product(Optional::empty, port, Path.of(System.getProperty("beistand.st.data", "data"))));
    }

    /** Starts the product with the demo company and waits until it says that it is ready. */
    public static Product startDemo(Path data) {
        return startDemo(data, Map.of());
    }

    /** As {@link #startDemo(Path)}, with these settings and options besides. */
    public static Product startDemo(Path data, Map<String, String> settings, String... options) {
        int port = Ports.freePair();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("BEISTAND_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("BEISTAND_DEMO_PASSWORD", DEMO_PASSWORD);
        environment.put("BEISTAND_READY_WITHIN_SECONDS", Long.toString(READY_WITHIN.toSeconds()));
        List<String> arguments = new ArrayList<>(
                List.of("run", "--no-build", "--demo", "--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(List.of(options));
        return new Product(() -> Optional.of(ready(environment, arguments)), port, data);
    }

    private static Script ready(Map<String, String> environment, List<String> arguments) {
        Script script = Script.start(environment, arguments.toArray(String[]::new));
        try {
            script.awaitLine("Beistand is ready: ", READY_WITHIN);
            return script;
        } catch (AssertionError late) {
            script.close();
            throw late;
        }
    }

    /** A folder below target, so that logs and database of a failed run can be looked at. */
    public static Path freshFolder(String prefix) {
        try {
            Path target = Files.createDirectories(Script.HOUSE.resolve("system-tests/target"));
            return Files.createTempDirectory(target, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9 of the helpdesk: the run ends with it, and is started again, as systemd does it. */
    public void crashAndStartAgain() {
        Script crashed = script.orElseThrow(() -> new AssertionError("somebody else's run is not ours to crash"));
        crashed.helpdesk().destroyForcibly();
        crashed.exitCode(READY_WITHIN);
        script = start.get();
    }

    /** The port of relay number {@code number}, the first is 1. */
    public int relayPort(int number) {
        return port + number;
    }

    /** The running relays; fewer while one that died is started again. */
    public List<ProcessHandle> relays() {
        return script.map(running -> running.children("org.beistand.engine.relay"))
                .orElse(List.of());
    }

    /** The address of a page; the path begins with a slash. */
    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The one JVM that serves the helpdesk. */
    public ProcessHandle helpdesk() {
        return Script.running("payara-micro.jar\0--port\0" + port);
    }

    /** The one JVM that is the relay. */
    public ProcessHandle relay() {
        return script.map(Script::relay)
                .orElseGet(() -> Script.running("org.beistand.engine.relay.", "BEISTAND_RELAY_PORT=" + (port + 1)));
    }

    /** One more relay with this name, until it is closed. */
    public ExtraRelay startRelay(String id) {
        return ExtraRelay.start(id, URI.create("http://127.0.0.1:" + port), data);
    }

    /** Empties the product's own relay, as before an update; the product then starts it again. */
    public void drainRelay() {
        try (Script drain =
                Script.start(Map.of(), "drain", "--port", Integer.toString(port + 1), "--data", data.toString())) {
            drain.awaitLine("The relay on port", READY_WITHIN);
        }
    }

    @Override
    public void close() {
        script.ifPresent(Script::close);
    }
}
