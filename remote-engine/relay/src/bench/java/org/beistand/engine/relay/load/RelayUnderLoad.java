package org.beistand.engine.relay.load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The relay as it is shipped, in a process of its own, and what the operating system says it costs. */
final class RelayUnderLoad implements AutoCloseable {

    private static final double TICKS_PER_SECOND = 100;

    private final Process process;

    private RelayUnderLoad(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    static RelayUnderLoad start(String id, int port, URI helpdesk, String secret, Path data) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(System.getProperty("bench.relay.options", "-Xmx1g -XX:ActiveProcessorCount=2")
                .split(" ")));
        command.add("org.beistand.engine.relay.Relay");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "BEISTAND_RELAY_ID",
                        id,
                        "BEISTAND_RELAY_PORT",
                        Integer.toString(port),
                        "BEISTAND_HELPDESK_URL",
                        helpdesk.toString(),
                        "BEISTAND_RELAY_SECRET",
                        secret,
                        "BEISTAND_RELAY_DATA",
                        data.toString(),
                        "BEISTAND_RELAY_CAPACITY",
                        "5000"));
        File log = data.resolve("relay.log").toFile();
        return new RelayUnderLoad(
                builder.redirectErrorStream(true).redirectOutput(log).start());
    }

    /** Processor seconds since its start. */
    double cpuSeconds() {
        return cpuSeconds(process.pid());
    }

    /** This process's own. */
    static double ownCpuSeconds() {
        return cpuSeconds(ProcessHandle.current().pid());
    }

    private static double cpuSeconds(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Resident memory in MiB, now or at its highest. */
    long residentMiB(boolean highest) {
        return read(Path.of("/proc", Long.toString(process.pid()), "status"))
                .lines()
                .filter(line -> line.startsWith(highest ? "VmHWM" : "VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new IllegalStateException("the relay has ended", gone);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
