package org.beistand.applet;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.beistand.applet.counterpart.SmallHelpdesk;
import org.beistand.applet.counterpart.SmallRelay;
import org.beistand.applet.desktop.Desktop;
import org.beistand.applet.desktop.Film;
import org.beistand.applet.desktop.Photograph;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.wire.consent.PermissionDecision;

/**
 * A customer at a real desktop with the real process, a helpdesk and a relay. Consent is given by clicks of a real
 * pointer, because there is no other way.
 */
final class CustomersDesk implements AutoCloseable {

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    final Desktop desktop;
    final SmallRelay relay;
    final SmallHelpdesk helpdesk;
    final Path folder;
    private String title = "Nordlicht IT - Beistand";
    private Optional<Process> applet = Optional.empty();
    private String[] launched = {};

    CustomersDesk(Path folder) throws Exception {
        this(folder, WIDTH, HEIGHT);
    }

    CustomersDesk(Path folder, int width, int height) throws Exception {
        this.folder = folder;
        desktop = Desktop.start(width, height);
        desktop.start("openbox");
        relay = new SmallRelay();
        helpdesk = new SmallHelpdesk(relay.url());
        relay.technicianOpens(helpdesk.session());
    }

    @Override
    public void close() throws Exception {
        applet.ifPresent(Process::destroy);
        desktop.close();
        relay.close();
        helpdesk.close();
    }

    /** Everybody gets other names than usual. */
    void name(String company, String technician, String subject) {
        helpdesk.name(company, technician, subject);
        relay.technicianIsCalled(technician);
        title = company + " - Beistand";
    }

    /** The program's own process, below the script's if it was started by one. */
    ProcessHandle applet() {
        ProcessHandle started = applet.orElseThrow().toHandle();
        return started.children().findFirst().orElse(started);
    }

    /** SIGTERM, as a logout sends it. */
    void terminate() {
        applet.orElseThrow().destroy();
    }

    /** The program dies without a word. */
    void killApplet() throws InterruptedException {
        Process running = applet.orElseThrow();
        running.destroyForcibly();
        running.waitFor();
    }

    boolean appletEnds() throws InterruptedException {
        return applet.orElseThrow().waitFor(90, TimeUnit.SECONDS);
    }

    /** A terminal that writes what is typed into this file. */
    Path openTerminal() throws Exception {
        Path typed = folder.resolve("typed.txt");
        desktop.start("xterm", "-u8", "-geometry", "60x12+20+20", "-T", "typing", "-e", "cat > " + typed);
        desktop.awaitWindow("typing");
        return typed;
    }

    void click(int[] at) {
        try {
            desktop.run("xdotool", "mousemove", "" + at[0], "" + at[1], "click", "1");
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A picture with light and grain, in a window of its own. */
    void showPhotograph() throws IOException {
        desktop.start(java(), "-cp", classpath(), Photograph.class.getName());
    }

    /** A film that plays until it is told something. */
    Process showFilm() throws IOException {
        return desktop.start(java(), "-cp", classpath(), Film.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    void startWithTechnician() throws Exception {
        start(helpdesk.manifest(Instant.parse("2090-01-01T00:00:00Z")));
        desktop.awaitWindow(title);
        relay.technicianJoins();
        relay.await(MessageType.CHAT_HISTORY, frame -> true);
    }

    /** The program as customers start it: by its script, from a folder with its jars and, if there is one, its own Java. */
    void startAsShippedWithTechnician() throws Exception {
        Path home = Files.createDirectories(folder.resolve("beistand-support"));
        Path target = Path.of("target").toAbsolutePath();
        Files.createSymbolicLink(home.resolve("lib"), target.resolve("dist/lib"));
        String runtime = System.getProperty("beistand.kit.runtime", System.getProperty("java.home"));
        Files.createSymbolicLink(home.resolve("runtime"), Path.of(runtime));
        Path script = home.resolve("beistand-support.sh");
        Files.copy(target.resolve("classes/org/beistand/applet/kit/beistand-support.sh"), script);
        Files.writeString(home.resolve("session.jws"), helpdesk.manifest(Instant.parse("2090-01-01T00:00:00Z")));
        launch("env", "HOME=" + folder, "sh", script.toString());
        desktop.awaitWindow(title);
        relay.technicianJoins();
        relay.await(MessageType.CHAT_HISTORY, frame -> true);
    }

    void start(String manifest) throws IOException {
        Path file = Files.writeString(folder.resolve("session.jws"), manifest);
        launch(
                "env",
                "HOME=" + folder,
                java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + folder,
                "-cp",
                classpath(),
                "org.beistand.applet.Applet",
                file.toString());
    }

    private void launch(String... command) throws IOException {
        launched = command;
        applet = Optional.of(desktop.start(folder.resolve("applet.log"), command));
    }

    /** The customer starts the program once more, from where it was unpacked. */
    void startAgain() throws IOException {
        launch(launched);
    }

    /** Where the buttons are: found by their ground, as people find them. */
    int[] centreOf(String what) throws Exception {
        List<String> place = desktop.run("xdotool", "search", "--name", title, "getwindowgeometry", "--shell")
                .lines()
                .toList();
        int x = value(place, "X=");
        int y = value(place, "Y=");
        int width = value(place, "WIDTH=");
        BufferedImage screen = desktop.screenshot(folder.resolve("find.png"));
        int right = x + width - 70;
        if (what.equals("end")) {
            return new int[] {right, firstRow(screen, right, 0xb3261e) + 10};
        }
        if (what.equals("close")) { // in the window manager's title bar, above the header's accent line
            return new int[] {x + width - 11, firstRow(screen, right, 0x1b5e9e) - 11};
        }
        if (what.equals("give")) { // beside the last button
            return new int[] {x + width - 136, y + value(place, "HEIGHT=") - 50};
        }
        if (what.equals("remove")) { // the last of those who are listed
            int last = firstRow(screen, x + 5, 0xe6eff8);
            while ((screen.getRGB(x + 5, last) & 0xffffff) == 0xe6eff8) {
                last++;
            }
            return new int[] {right, last - 24};
        }
        int bottom = -1;
        for (int row = y; row < y + value(place, "HEIGHT="); row++) {
            bottom = (screen.getRGB(x + 5, row) & 0xffffff) == 0xfdf1dc ? row : bottom;
        }
        return bottom < 0 ? new int[0] : new int[] {x + width * (what.equals("allow") ? 3 : 1) / 4, bottom - 38};
    }

    private static int firstRow(BufferedImage screen, int x, int colour) {
        int row = 0;
        while ((screen.getRGB(x, row) & 0xffffff) != colour) {
            row++;
        }
        return row;
    }

    private static int value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .mapToInt(line -> Integer.parseInt(line.substring(key.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Clicks on the button of whatever is asked until this request has its answer. */
    PermissionDecision click(String button, String requestId) {
        Desktop.await("an answer by a click on " + button, () -> {
            clickIfShown(button);
            return relay.decision(requestId).isPresent();
        });
        return relay.decision(requestId).orElseThrow();
    }

    /** Clicks until the question is gone: a first click may come too early, and nobody is there to tell of the answer. */
    void allowUnheard() {
        Desktop.await("the question is gone", () -> !clickIfShown("allow"));
    }

    private boolean clickIfShown(String button) {
        int[] at = whereIs(button);
        if (at.length > 0) {
            click(at);
        }
        return at.length > 0;
    }

    private int[] whereIs(String button) {
        try {
            return centreOf(button);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    void screenshotWhenAsked(String name) {
        Desktop.await("the question", () -> whereIs("allow").length > 0);
        screenshot(name);
    }

    /** Kept beside the test's report, to be looked at by people. */
    void screenshot(String name) {
        try {
            Path pictures = Files.createDirectories(Path.of("target", "screens"));
            desktop.screenshot(pictures.resolve(name + ".png").toAbsolutePath());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
