package org.beistand.systemtests.product;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The running product: {@code ./beistand run --demo} on a fresh data folder. */
public final class Product implements AutoCloseable {
    /** Far above the 45 s that are asked for: a busy build machine must not fail the functional tests. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    /** The master administrator's password in the tests. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** Every demo account's password in the tests. */
    public static final String DEMO_PASSWORD = "demo battery staple horse";

    private final Script script;
    private final int port;
    private final Path data;

    private Product(Script script, int port, Path data) {
        this.script = script;
        this.port = port;
        this.data = data;
    }

    /** Starts the product with the demo company and waits until it says that it is ready. */
    public static Product startDemo(Path data) {
        int port = Ports.freePair();
        Script script = Script.start(
                Map.of("BEISTAND_ADMIN_PASSWORD", ADMIN_PASSWORD, "BEISTAND_DEMO_PASSWORD", DEMO_PASSWORD),
                "run",
                "--no-build",
                "--demo",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        script.awaitLine("Beistand is ready: ", READY_WITHIN);
        return new Product(script, port, data);
    }

    /** The address of a page; the path begins with a slash. */
    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The data folder, with the logs in {@code log/}. */
    public Path data() {
        return data;
    }

    /** The script that runs it all. */
    public Script script() {
        return script;
    }

    @Override
    public void close() {
        script.close();
    }
}
