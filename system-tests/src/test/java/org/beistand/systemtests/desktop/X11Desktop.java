package org.beistand.systemtests.desktop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.beistand.systemtests.Await;

/**
 * The customer's desktop: an X server without a screen, the window manager openbox, and whatever is started on it. The
 * tests act on it with xdotool, as a hand would, and look at it with ImageMagick, which reads the server's own pixels
 * without the pointer.
 */
public final class X11Desktop implements AutoCloseable {
    /** Pixels. Small enough to keep pictures quick, large enough for a terminal and the applet side by side. */
    public static final int WIDTH = 1280;

    /** Pixels. */
    public static final int HEIGHT = 800;

    /** For xterm: Ctrl+V pastes there as in every other program. */
    public static final String PASTES = "XTerm*VT100.translations: #override Ctrl<Key>v: insert-selection(CLIPBOARD)";

    private static final Duration COMES_UP_WITHIN = Duration.ofSeconds(20);

    private final String display;
    private final Path home;
    private final Deque<Process> processes = new ArrayDeque<>();

    private X11Desktop(String display, Path home) {
        this.display = display;
        this.home = home;
    }

    /** Starts server and window manager on a free display; {@code home} is the customer's home folder. */
    public static X11Desktop start(Path home) {
        try {
            Process server = new ProcessBuilder(
                            "Xvfb",
                            "-displayfd",
                            "1",
                            "-noreset",
                            "-nolisten",
                            "tcp",
                            "-screen",
                            "0",
                            WIDTH + "x" + HEIGHT + "x24")
                    .redirectError(home.resolve("xvfb.log").toFile())
                    .start();
            String number = server.inputReader(StandardCharsets.US_ASCII).readLine();
            if (number == null) {
                throw new AssertionError("Xvfb did not start, see " + home.resolve("xvfb.log"));
            }
            X11Desktop desktop = new X11Desktop(":" + number.strip(), home);
            desktop.processes.push(server);
            desktop.launch("openbox", "--sm-disable");
            Await.until(
                    "openbox manages the desktop",
                    COMES_UP_WITHIN,
                    () -> desktop.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
                            .contains("window id"));
            desktop.run("xsetroot", "-solid", "#2f5d7c");
            return desktop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a terminal with a bare shell in the home folder, in which Ctrl+V pastes, and waits for its window. */
    public Window openTerminal() {
        launch(
                "xterm",
                "-u8",
                "-fa",
                "DejaVu Sans Mono",
                "-fs",
                "11",
                "-geometry",
                "70x20+20+20",
                "-T",
                "Terminal",
                "-xrm",
                PASTES,
                "-e",
                "bash",
                "--noprofile",
                "--norc",
                "-i");
        return awaitWindow("^Terminal$", COMES_UP_WITHIN);
    }

    /** Starts a program on this desktop; it ends with the desktop. */
    public Process launch(String... command) {
        try {
            ProcessBuilder builder = builder(command);
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve(Path.of(command[0]).getFileName() + ".log")
                                    .toFile()));
            Process process = builder.start();
            processes.push(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end and gives what it said; an exit code other than 0 gives what it said, too. */
    public String run(String... command) {
        return new String(output(command), StandardCharsets.UTF_8);
    }

    /** Waits until exactly one visible window has a title that matches (POSIX extended, as xdotool reads it). */
    public Window awaitWindow(String title, Duration limit) {
        return Await.value("a window titled " + title, limit, () -> window(title));
    }

    /** The visible window with a matching title, if there is one. */
    public Optional<Window> window(String title) {
        return run("xdotool", "search", "--onlyvisible", "--name", title)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .findFirst()
                .map(id -> new Window(this, id));
    }

    /** What the screen shows, pixel by pixel, without the pointer. */
    public BufferedImage picture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(output("import", "-silent", "-window", "root", "png24:-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the pointer is, in pixels from the top left. */
    public Point pointer() {
        List<Integer> numbers = Arrays.stream(run("xdotool", "getmouselocation").split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(Integer::valueOf)
                .toList();
        return new Point(numbers.get(0), numbers.get(1));
    }

    /** Moves the customer's own hand: pointer there, left button pressed and released. */
    public void click(int x, int y) {
        run("xdotool", "mousemove", "--sync", Integer.toString(x), Integer.toString(y), "click", "1");
    }

    /** The display's name, such as {@code :5}. */
    public String display() {
        return display;
    }

    @Override
    public void close() {
        while (!processes.isEmpty()) {
            end(processes.pop());
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private byte[] output(String... command) {
        try {
            Process process = builder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("DISPLAY", display);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** A place on the screen, in pixels from the top left. */
    public record Point(int x, int y) {}
}
