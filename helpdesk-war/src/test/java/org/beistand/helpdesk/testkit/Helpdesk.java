package org.beistand.helpdesk.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The built WAR on Payara Micro in a process of its own, started with the arguments that people use. */
public final class Helpdesk
        implements AutoCloseable, org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource {

    /** The master administrator's password in tests; the login name is {@code admin}. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** Demo accounts' password in tests. */
    public static final String DEMO_PASSWORD = "demo horse battery staple";

    /** What a relay of this helpdesk proves itself with in tests. */
    public static final String RELAY_SECRET = "0123456789abcdef0123456789abcdef";

    /** A machine that does a lot else may need more. */
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("beistand.start.seconds", 180));

    private final Process process;
    private final Path log;
    private final URI base;

    private Helpdesk(Process process, Path log, URI base) {
        this.process = process;
        this.log = log;
        this.base = base;
    }

    static Helpdesk start(DatabaseKind kind) {
        try {
            return start(
                    switch (kind) {
                        case H2 -> List.of();
                        case POSTGRESQL -> List.of("BEISTAND_DB_URL=" + PostgreSqlServer.newDatabase());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param settings further environment variables, {@code NAME=value}; always with demo data */
    public static Helpdesk start(List<String> settings) throws IOException {
        return start(Files.createTempDirectory("beistand-it"), settings);
    }

    /** In that folder, with what an earlier one has left there. */
    public static Helpdesk start(Path folder, List<String> settings) throws IOException {
        int port = freePort();
        Path log = folder.resolve("helpdesk.log");
        var builder = new ProcessBuilder(command(folder, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(folder.toFile());
        var environment = builder.environment();
        environment.put("BEISTAND_DATA", folder.resolve("data").toString());
        environment.put("BEISTAND_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("BEISTAND_DEMO", "true");
        environment.put("BEISTAND_DEMO_PASSWORD", DEMO_PASSWORD);
        environment.put("BEISTAND_RELAY_SECRET", RELAY_SECRET);
        environment.put("BEISTAND_KITS", emptyKit(folder).toString());
        environment.put("BEISTAND_INTEGRATIONS_NETWORKS", OnThisMachine.NETWORKS);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var helpdesk = new Helpdesk(builder.start(), log, URI.create("http://localhost:" + port));
        helpdesk.awaitReady();
        return helpdesk;
    }

    /** A portable kit without a program in it: enough for the helpdesk to hand a manifest over. */
    private static Path emptyKit(Path folder) throws IOException {
        Path kits = Files.createDirectories(folder.resolve("kits"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(kits.resolve("beistand-support-portable.zip")))) {
            zip.putNextEntry(new ZipEntry("beistand-support/LICENSE"));
            zip.closeEntry();
        }
        return kits;
    }

    private static List<String> command(Path folder, int port) throws IOException {
        Path preboot = folder.resolve("preboot");
        Files.writeString(
                preboot,
                "set configs.config.server-config.network-config.network-listeners"
                        + ".network-listener.http-listener.address=127.0.0.1\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(Path.of("target/payara-micro.jar").toAbsolutePath().toString());
        command.addAll(
                List.of("--deploy", Path.of("target/ROOT.war").toAbsolutePath().toString()));
        command.addAll(List.of("--port", String.valueOf(port), "--nocluster", "--nohazelcast", "--nohostaware"));
        command.addAll(List.of("--prebootcommandfile", preboot.toString()));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        var visitor = Visitor.of(this);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (log().contains("beistand: cannot start")) {
                close();
                throw new CannotStart(log());
            }
            // Not /health/ready: that also waits for a relay, and these tests have none.
            if (visitor.answers("/login")) {
                return;
            }
            if (exited()) {
                break;
            }
        }
        close();
        throw new IllegalStateException("The helpdesk did not get ready:\n" + log());
    }

    /** Waits a moment for the process to end; the pause between two looks at it. */
    private boolean exited() {
        try {
            return process.waitFor(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    public URI base() {
        return base;
    }

    /** Everything it printed so far: log and announcements. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory of the process that is really used, in MiB; Linux only. */
    public long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody without a cookie. */
    public Visitor visitor() {
        return Visitor.of(this);
    }

    /** Somebody who has signed in by the login page. */
    public Visitor signedIn(String loginName, String password) {
        return visitor().signIn(loginName, password);
    }

    /** The master administrator. */
    public Visitor admin() {
        return signedIn("admin", ADMIN_PASSWORD);
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The helpdesk said in one line why it cannot start. */
    public static final class CannotStart extends IllegalStateException {
        CannotStart(String log) {
            super(log.lines()
                    .filter(line -> line.startsWith("beistand: cannot start"))
                    .toList()
                    .toString());
        }
    }
}
