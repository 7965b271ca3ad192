package org.beistand.applet.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** The small Java that travels with the program, linked from a JDK of the platform it is for. */
final class RuntimeImage {

    /** What the applet and its libraries reach; jdk.unsupported is protobuf's. */
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.net.http,jdk.crypto.ec,jdk.unsupported";

    private RuntimeImage() {}

    /**
     * @param jdk of the target platform: with {@code jmods}, or one that runs here and links itself (JEP 493)
     * @param into a folder that does not exist yet
     */
    static void link(Path jdk, Path into) throws IOException, InterruptedException {
        Path jmods = jdk.resolve("jmods");
        Path own = Path.of(System.getProperty("java.home"));
        List<String> command = new ArrayList<>();
        if (Files.isDirectory(jmods)) {
            command.add(own.resolve("bin/jlink").toString());
            command.addAll(List.of("--module-path", jmods.toString()));
        } else {
            command.add(jdk.resolve("bin/jlink").toString());
        }
        // Not compressed: the archive's own compression then does better by a fifth (31.7 instead of 38.6 MB).
        command.addAll(List.of(
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--compress",
                "zip-0",
                "--output",
                into.toString()));
        run(command, jdk);
    }

    /**
     * Adds Java's own classes, ready for use (class data sharing): they are mapped from a file instead of being made in
     * memory at every start. Only for a runtime of this machine's platform; one without them works as well.
     *
     * @param modified the modules' time in the archive: Java uses the file only beside the modules it was made of
     */
    static void shareClasses(Path runtime, FileTime modified) throws IOException, InterruptedException {
        Files.setLastModifiedTime(runtime.resolve("lib/modules"), modified);
        Process dump = new ProcessBuilder(runtime.resolve("bin/java").toString(), "-XX:+UseSerialGC", "-Xshare:dump")
                .redirectErrorStream(true)
                .start();
        String output = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (dump.waitFor() != 0) {
            throw new KitFailed("no shared classes: " + output.strip());
        }
    }

    private static void run(List<String> command, Path jdk) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(command.getFirst()))) {
            throw new KitFailed("no JDK with jmods or a jlink that runs here: " + jdk);
        }
        Process jlink = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jlink.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jlink.waitFor() != 0) {
            throw new KitFailed("jlink failed: " + output.strip());
        }
    }
}
