package org.beistand.systemtests.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.systemtests.Await;

/** One call of {@code ./beistand}: its output as it comes, its exit code, and the signals a person can send it. */
public final class Script implements AutoCloseable {
    /** The house's root, found upwards from the module that Maven runs the tests in. */
    public static final Path HOUSE = house();

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(45);

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Void> reading;

    private Script(Process process) {
        this.process = process;
        this.reading = CompletableFuture.runAsync(
                () -> read(process.getInputStream()), Thread.ofPlatform().daemon()::start);
    }

    /** Starts the script with exactly this environment besides PATH, HOME and JAVA_HOME, which it may override. */
    public static Script start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(HOUSE.resolve("beistand").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(HOUSE.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "JAVA_HOME"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Script(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything said so far, on both streams. */
    public String output() {
        return output.toString();
    }

    /** The first complete line that begins with these words. */
    public Optional<String> line(String beginning) {
        return output().lines().filter(line -> line.startsWith(beginning)).findFirst();
    }

    /** Waits for a line that begins with these words; ends early when the script does. */
    public String awaitLine(String beginning, Duration limit) {
        Optional<String> seen = Await.value(beginning, limit, () -> {
            Optional<String> line = line(beginning);
            return line.isPresent() || !process.isAlive() ? Optional.of(line) : Optional.empty();
        });
        return seen.or(() -> line(beginning))
                .orElseThrow(() -> new AssertionError("ended without saying '" + beginning + "', but:\n" + output()));
    }

    /** Waits for the end and gives the exit code. */
    public int exitCode(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit.toSeconds() + " s:\n" + output());
            }
            reading.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** SIGTERM, as systemd sends it; does not wait. */
    public void terminate() {
        // Not process.destroy(): that also closes the output, and the last words would be lost.
        process.toHandle().destroy();
    }

    /** SIGKILL; does not wait. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Running processes below the script whose command line has these words in it. */
    public List<ProcessHandle> children(String words) {
        return process.descendants()
                .filter(child -> commandLine(child).contains(words))
                .toList();
    }

    /** The one JVM that serves the helpdesk. */
    public ProcessHandle helpdesk() {
        return only("payara-micro.jar");
    }

    /** The one JVM that is the relay. */
    public ProcessHandle relay() {
        return only("org.beistand.engine.relay");
    }

    private ProcessHandle only(String words) {
        return Await.value("a running " + words, Duration.ofSeconds(10), () -> {
            List<ProcessHandle> found = children(words);
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        });
    }

    /** The one process of this machine whose command line has these words in it. */
    static ProcessHandle running(String words) {
        return running(words, "");
    }

    /** As {@link #running(String)}, with this setting in its environment. */
    static ProcessHandle running(String words, String setting) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(words))
                .filter(process -> ofProcess(process, "environ").contains(setting))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing runs with " + words + " " + setting));
    }

    private static String commandLine(ProcessHandle process) {
        return ofProcess(process, "cmdline");
    }

    private static String ofProcess(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // It has just ended.
        }
    }

    /** Stops whatever still runs: politely, and after the time limit for good. */
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[4096];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                output.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            output.append("\n(output ended: ").append(e.getMessage()).append(")\n");
        }
    }

    private static Path house() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("beistand"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("the tests run outside of the house"));
        }
        return folder;
    }
}
