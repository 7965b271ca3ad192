package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.product.FaultyLine;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines that are cut, held up, slow and stuttering, relays killed with -9, an applet that is suspended and a viewer that is
 * loaded again, at random, while a known text is typed into a program and lines are said: at the end all of it is there,
 * once and in order. {@code beistand bench faults}; the seed it prints makes the same faults again.
 */
class FaultsRun {

    private static final Duration WHOLE_AGAIN_WITHIN = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final long seed = Long.getLong("faults.seed", 1);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final StringBuilder expected = new StringBuilder();
    private final List<String> said = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everythingArrivesOnceAndInOrderWhateverFails() throws IOException {
        long end = System.nanoTime()
                + Duration.ofSeconds(Integer.getInteger("faults.seconds", 45)).toNanos();
        Path data = Files.createTempDirectory(
                Files.createDirectories(Script.HOUSE.resolve("system-tests/target")), "faults-");
        try (FaultyLine first = new FaultyLine();
                FaultyLine second = new FaultyLine();
                Product product = Product.startDemo(
                        data,
                        Map.of(
                                "BEISTAND_PUBLIC_RELAY_URL",
                                "ws://localhost:" + first.port() + " ws://localhost:" + second.port()),
                        "--relays",
                        "2")) {
            first.to(product.relayPort(1));
            second.to(product.relayPort(2));
            try (SupportCase support = SupportCase.open(product, home)) {
                AppletWindow applet = support.bringCustomerIn();
                support.desktop.openTerminal();
                Workspace workspace = support.join();
                workspace.ask("view");
                applet.allow();
                workspace.awaitSituation("live");
                workspace.ask("control");
                applet.allow();
                workspace.awaitPermission("control", "granted");
                workspace.click(200, 200);
                line(workspace, "cat > typed.txt");
                expected.setLength(0);
                for (int round = 1; round < 4 || System.nanoTime() < end; round++) {
                    round(workspace, round, () -> fault(product, support, workspace, List.of(first, second)));
                }
                line(workspace, "the end");
                Path file = home.resolve("typed.txt");
                Await.until(
                        "all lines are typed",
                        WHOLE_AGAIN_WITHIN,
                        () -> SupportCase.read(file).endsWith("the end\n"));
                assertThat(SupportCase.read(file))
                        .as("seed %d, faults %s", seed, faults)
                        .isEqualTo(expected.toString());
                applet.end();
                workspace.awaitSituation("ended");
                Map<String, Object> entry = support.aftermath();
                assertSaid(support.transcript(entry));
                assertThat(entry.get("permissions")).asList().hasSize(2);
                assertThat(entry.get("participants")).asList().hasSize(2);
            } finally {
                System.err.printf("seed %d, %d lines typed, %d said, faults: %s%n", seed, lines(), said.size(), faults);
            }
            assertThat(first.heardBytes() + second.heardBytes()).isGreaterThan(100_000);
            for (String line : said) {
                assertThat(first.heard(line) || second.heard(line)).as(line).isFalse();
            }
        }
    }

    private void round(Workspace workspace, int round, Runnable fault) {
        awaitWhole(workspace);
        workspace.click(200, 200);
        type(workspace, "round " + round + " begins äöü ");
        fault.run();
        line(workspace, "and ends @{}€ " + random.nextInt(1_000_000));
        if (round % 2 == 0) {
            String words = "Said in round " + round + " " + random.nextInt(1_000_000);
            said.add(words);
            workspace.say(words);
        }
        awaitWhole(workspace);
    }

    private void fault(Product product, SupportCase support, Workspace workspace, List<FaultyLine> lines) {
        FaultyLine line = lines.get(random.nextInt(2));
        switch (random.nextInt(8)) {
            case 0 -> note("cut", () -> lines.forEach(FaultyLine::cut));
            case 1 ->
                note("hold", () -> {
                    lines.forEach(each -> each.hold(true));
                    pause(random.nextInt(500, 4_000));
                    lines.forEach(each -> each.hold(false));
                });
            case 2 -> note("delay", () -> lines.forEach(each -> each.delay(random.nextInt(20, 200))));
            case 3 -> note("no delay", () -> lines.forEach(each -> each.delay(0)));
            case 4 -> note("stutter", () -> lines.forEach(FaultyLine::stutter));
            case 5 ->
                note("kill -9", () -> {
                    List<ProcessHandle> relays = product.relays();
                    relays.get(random.nextInt(relays.size())).destroyForcibly();
                });
            case 6 ->
                note("suspend", () -> {
                    signal(support, "STOP");
                    pause(random.nextInt(500, 5_000));
                    signal(support, "CONT");
                });
            default ->
                note("reload", () -> {
                    // What was typed must be confirmed: a page that is loaded again forgets what it was about to send.
                    Path file = home.resolve("typed.txt");
                    String before = expected.substring(0, expected.lastIndexOf("\n") + 1);
                    Await.until(
                            "confirmed",
                            WHOLE_AGAIN_WITHIN,
                            () -> SupportCase.read(file).startsWith(before));
                    pause(1_000);
                    workspace.page().reload();
                    awaitWhole(workspace);
                    workspace.click(200, 200);
                    line.cut();
                });
        }
    }

    private void note(String what, Runnable work) {
        faults.add(what);
        work.run();
    }

    private static void signal(SupportCase support, String name) {
        try {
            new ProcessBuilder(
                            "kill", "-" + name, Long.toString(support.applet().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(milliseconds * 1_000_000);
    }

    private void assertSaid(String transcript) {
        int at = 0;
        for (String words : said) {
            assertThat(transcript).containsOnlyOnce(words);
            assertThat(transcript.indexOf(words)).as(words).isGreaterThan(at);
            at = transcript.indexOf(words);
        }
    }

    private long lines() {
        return expected.chars().filter(letter -> letter == '\n').count();
    }

    private void line(Workspace workspace, String text) {
        type(workspace, text);
        expected.append('\n');
        workspace.page().keyboard().press("Enter");
    }

    private void type(Workspace workspace, String text) {
        expected.append(text);
        workspace.page().keyboard().type(text);
    }

    private void awaitWhole(Workspace workspace) {
        Await.until(
                "the session goes on (seed " + seed + ", faults " + faults + ")",
                WHOLE_AGAIN_WITHIN,
                workspace::isWhole);
    }
}
