package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.beistand.systemtests.product.Ports;
import org.beistand.systemtests.product.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./beistand} promises to whoever runs it: one clear line for each thing that can be wrong. */
class RunScriptST {
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void saysWhatItCanDoWhenAskedNothing() {
        try (Script script = Script.start(Map.of())) {
            assertThat(script.exitCode(AT_ONCE)).isZero();
            assertThat(script.output()).contains("./beistand run", "./beistand test", "package applet");
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        refused(Map.of(), "run does not know --prot", "run", "--prot", "1");
        refused(Map.of(), "unknown command: start", "start");
        refused(Map.of(), "--port lacks its value", "run", "--port");
        refused(Map.of(), "--port must be a number from 1 to 65534, not '70000'", "run", "--port", "70000");
        refused(Map.of(), "--platform must be one of: linux-x64", "package", "applet", "--platform", "amiga");
    }

    @Test
    void refusesABusyPortOfEitherProcess() throws IOException {
        int port = Ports.freePair();
        for (int busy : new int[] {port, port + 1}) {
            try (var socket = new ServerSocket(busy, 1, InetAddress.getLoopbackAddress())) {
                refused(Map.of(), "port " + socket.getLocalPort() + " (", run(port));
            }
        }
    }

    @Test
    void saysWhichJdkIsMissing() throws IOException {
        Map<String, String> noJdk =
                Map.of("PATH", bareMachine().toString(), "JAVA_HOME", "/nowhere", "BEISTAND_JDK_PLACES", "/nowhere");
        refused(noJdk, "no JDK 25 found", run(Ports.freePair()));
    }

    @Test
    void saysThatMavenIsMissing() throws IOException {
        Map<String, String> noMaven =
                Map.of("PATH", bareMachine().toString(), "JAVA_HOME", System.getProperty("java.home"));
        for (String command : new String[] {"fmt", "bench"}) {
            refused(noMaven, "no Maven found: install it (apt-get install maven)", command);
        }
    }

    /** A folder with the few programs that every machine has, for the whole PATH. */
    private Path bareMachine() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bin"));
        for (String tool : new String[] {"bash", "dirname", "readlink", "sed", "env", "mkdir", "cat"}) {
            Files.copy(Path.of("/usr/bin", tool), bare.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return bare;
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        Map<String, String> nobodyThere = Map.of("BEISTAND_DB_URL", "jdbc:postgresql://127.0.0.1:9/beistand");
        refused(nobodyThere, "cannot reach the database at 127.0.0.1:9", run(Ports.freePair()));
    }

    @Test
    void insistsOnHttpsForAPublicAddress() {
        refused(
                Map.of("BEISTAND_PUBLIC_URL", "http://help.example.org/"),
                "BEISTAND_PUBLIC_URL must begin with https://",
                run(Ports.freePair()));
    }

    @Test
    void refusesADataFolderItCannotWriteInto() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        refused(
                Map.of(),
                "cannot write into the data folder",
                "run",
                "--no-build",
                "--port",
                Integer.toString(Ports.freePair()),
                "--data",
                file + "/data");
    }

    @Test
    void startsStopsHealsItsRelayAndFindsEverythingAgain() throws Exception {
        int port = Ports.freePair();
        String password;
        try (Script first = Script.start(Map.of(), run(port))) {
            String account = first.awaitLine("master administrator: ", STARTS_WITHIN);
            password = account.substring(account.lastIndexOf(' ') + 1);
            first.awaitLine("Beistand is ready: http://localhost:" + port + "/", STARTS_WITHIN);
            secretIsForTheOwnerOnly();
            secondRunOnTheSameFolderIsRefused();
            relayIsHealed(first, port);
            stopsBoth(first);
        }
        try (Script second = Script.start(Map.of(), run(port))) {
            second.awaitLine("Beistand is ready: ", STARTS_WITHIN);
            assertThat(second.line("master administrator: "))
                    .as("an account that exists is not made again")
                    .isEmpty();
            assertThat(password).isNotBlank();
            helpdeskDeathEndsTheRun(second);
        }
    }

    @Test
    void refusesADataFolderOfANewerVersion() throws Exception {
        int port = Ports.freePair();
        try (var postgres = EmbeddedPostgres.builder().start()) {
            Map<String, String> database = Map.of(
                    "BEISTAND_DB_URL",
                            postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""),
                    "BEISTAND_DB_USER", "postgres",
                    "BEISTAND_DB_PASSWORD", "postgres");
            try (Script first = Script.start(database, run(port))) {
                first.awaitLine("Beistand is ready: ", STARTS_WITHIN);
                stopsBoth(first);
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate("""
                        insert into flyway_schema_history
                          (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (100000, '99999', 'from the future', 'SQL', 'V99999__future.sql', 'test', 1, true)
                        """);
            }
            refused(database, "cannot start: ", run(port));
        }
    }

    private String[] run(int port) {
        return new String[] {
            "run",
            "--no-build",
            "--port",
            Integer.toString(port),
            "--data",
            folder.resolve("data").toString()
        };
    }

    /** One line that says why, and an exit code that is not 0. */
    private static void refused(Map<String, String> environment, String reason, String... arguments) {
        try (Script script = Script.start(environment, arguments)) {
            assertThat(script.exitCode(STARTS_WITHIN)).isNotZero();
            assertThat(script.output().lines().filter(line -> line.contains(reason)))
                    .as(script.output())
                    .hasSize(1);
        }
    }

    private void secretIsForTheOwnerOnly() throws IOException {
        var permissions = Files.getPosixFilePermissions(folder.resolve("data/relay.secret"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    private void secondRunOnTheSameFolderIsRefused() {
        refused(Map.of(), "is in use by another run", run(Ports.freePair()));
    }

    private static void relayIsHealed(Script running, int port) {
        ProcessHandle relay = running.relay();
        relay.destroyForcibly();
        running.awaitLine("Relay 1 ended unexpectedly and is started again.", AT_ONCE);
        Await.until("a new relay", AT_ONCE, () -> running.relay().pid() != relay.pid());
        Await.until("ready again", STARTS_WITHIN, () -> isReady(port));
    }

    private static boolean isReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI ready = URI.create("http://localhost:" + port + "/health/ready");
            return client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void stopsBoth(Script running) {
        ProcessHandle helpdesk = running.helpdesk();
        ProcessHandle relay = running.relay();
        running.terminate();
        assertThat(running.exitCode(Duration.ofSeconds(45))).isZero();
        assertThat(running.output()).contains("Beistand has stopped.").doesNotContain("is killed");
        assertThat(helpdesk.isAlive()).isFalse();
        assertThat(relay.isAlive()).isFalse();
    }

    private static void helpdeskDeathEndsTheRun(Script running) {
        ProcessHandle relay = running.relay();
        running.helpdesk().destroyForcibly();
        assertThat(running.exitCode(Duration.ofSeconds(45))).isEqualTo(1);
        assertThat(running.output()).contains("the helpdesk ended unexpectedly");
        assertThat(relay.isAlive()).isFalse();
    }
}
