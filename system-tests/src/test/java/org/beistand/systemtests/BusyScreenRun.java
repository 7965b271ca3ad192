package org.beistand.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beistand.systemtests.browser.KeyEcho;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.KeyField;
import org.beistand.systemtests.desktop.SlideShow;
import org.beistand.systemtests.product.FaultyProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How late the answer to a key is shown while photographs change on the whole screen several times a second, and while
 * nothing changes: {@code beistand bench busy}. It measures and judges nothing: {@code docs/performance.md} has figures.
 */
class BusyScreenRun {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BETWEEN_PHOTOGRAPHS = 200;
    private static final int MIDDLE = KeyField.AT + KeyField.SIDE / 2;

    /** Of each of the two lines, each way; a key and its answer cross both of them, there and back. */
    private static final int SLOW_LINE = 10;

    @TempDir
    Path home;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void answersToKeys() {
        try (FaultyProduct product = FaultyProduct.start();
                SupportCase support = SupportCase.open(product.product(), home)) {
            AppletWindow applet = support.bringCustomerIn();
            Workspace workspace = support.join();
            support.allowControl(applet, workspace);
            KeyEcho echo = KeyEcho.at(workspace.page(), MIDDLE, MIDDLE, SOON);
            launch(support, KeyField.class, KeyField.TITLE);
            workspace.click(MIDDLE, MIDDLE);
            measure(product, echo, "quiet screen");
            launch(support, SlideShow.class, SlideShow.TITLE, Integer.toString(BETWEEN_PHOTOGRAPHS));
            measure(product, echo, "a photograph every " + BETWEEN_PHOTOGRAPHS + " ms");
            support.photograph("busy");
        }
    }

    private static void launch(SupportCase support, Class<?> program, String title, String... arguments) {
        String classes =
                program.getProtectionDomain().getCodeSource().getLocation().getPath();
        List<String> command = new ArrayList<>(List.of(java(), "-cp", classes, program.getName()));
        command.addAll(List.of(arguments));
        support.desktop.launch(command.toArray(String[]::new));
        support.desktop.awaitWindow("^" + title + "$", SOON);
        Await.pause(3_000);
    }

    private void measure(FaultyProduct product, KeyEcho echo, String screen) {
        for (int delay : List.of(0, SLOW_LINE)) {
            product.lines(line -> line.delay(delay));
            measure(echo, screen, 4 * delay);
        }
        product.lines(line -> line.delay(0));
    }

    private void measure(KeyEcho echo, String screen, int roundTrip) {
        int keys = Integer.getInteger("busy.keys", 100);
        for (int key = 0; key < keys / 5; key++) {
            echo.press(); // the path is learnt
            Await.pause(random.nextInt(150, 400));
        }
        echo.take();
        for (int key = 0; key < keys; key++) {
            echo.press();
            Await.pause(random.nextInt(150, 400));
        }
        List<Double> took = echo.take();
        System.err.printf(
                "%s, %d ms more round trip: %d keys, answered after p50 %.0f, p95 %.0f, at most %.0f ms%n",
                screen,
                roundTrip,
                took.size(),
                took.get(took.size() / 2),
                took.get(took.size() * 95 / 100),
                took.getLast());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
