package org.beistand.applet.desktop;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/** Xvfb on a free display, kept alive when its last client leaves (a reset would forget the keyboard's layout). */
public final class Desktop implements AutoCloseable {

    /** For machines with few and busy processors; whoever waits goes on at once when it holds. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process server;
    private final String display;
    private final Deque<Process> programs = new ArrayDeque<>();

    private Desktop(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    public static Desktop start(int width, int height) throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-noreset",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new Desktop(server, ":" + number);
    }

    /** Value of DISPLAY. */
    public String display() {
        return display;
    }

    /** Starts a program that runs until the desktop is closed. */
    public Process start(String... command) throws IOException {
        return start(Path.of("/dev/null"), command);
    }

    /** As {@link #start(String...)}, its output into this file. */
    public Process start(Path output, String... command) throws IOException {
        ProcessBuilder builder = builder(command);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process program = builder.start();
        programs.push(program);
        return program;
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeAll(List.of("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"));
        return builder;
    }

    /** Runs a program to its end. @return what it printed */
    public String run(String... command) throws IOException, InterruptedException {
        Process program = builder(command).redirectErrorStream(true).start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || program.exitValue() != 0) {
            throw new IOException(Arrays.toString(command) + " failed: " + output);
        }
        return output.strip();
    }

    /** The whole screen as an independent program sees it. */
    public BufferedImage screenshot(Path file) throws IOException, InterruptedException {
        run("import", "-silent", "-window", "root", "png24:" + file);
        return ImageIO.read(file.toFile());
    }

    /** Waits for a window with this title. @return its id */
    public String awaitWindow(String title) throws IOException, InterruptedException {
        return run("timeout", "80", "xdotool", "search", "--sync", "--onlyvisible", "--limit", "1", "--name", title);
    }

    /** Looks again and again until it holds. @throws AssertionError when it never does */
    public static void await(String what, BooleanSupplier holds) {
        Instant end = Instant.ofEpochMilli(System.currentTimeMillis()).plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (System.currentTimeMillis() > end.toEpochMilli()) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** @return the file's text; empty while it is not there */
    public static String textOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException beingWritten) {
            return "";
        }
    }

    @Override
    public void close() {
        programs.forEach(Process::destroy);
        server.destroy();
    }
}
