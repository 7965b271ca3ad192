package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.FilmPlayer;
import org.beistand.systemtests.desktop.Pictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A film plays on the customer's desktop: the technician sees it move, by the video codec, and exactly once it rests. */
class FilmST extends OneCase {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration EXACT_WITHIN = Duration.ofSeconds(10);
    private static final int PICTURES = 200;

    /** Without it the applet plays no films, and nothing here would say so. */
    @BeforeAll
    static void thereIsALibrary() {
        assertThat(List.of("/usr/lib/x86_64-linux-gnu/libvpx.so.7", "/usr/lib64/libvpx.so.7", "/usr/lib/libvpx.so.7"))
                .as("the library for films is missing: ./beistand test installs libvpx7")
                .anyMatch(place -> Files.exists(Path.of(place)));
    }

    @Test
    void playsAndIsExactWhenItHasStopped() {
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        support.allowView(applet, workspace);

        support.desktop.launch(java(), "-cp", classes(), FilmPlayer.class.getName(), Integer.toString(PICTURES));
        support.desktop.awaitWindow("^" + FilmPlayer.TITLE + "$", SOON);
        Set<Integer> seen = new HashSet<>();
        Await.until("the technician sees the film move", SOON, () -> {
            seen.add(lightOf(workspace.picture()));
            return seen.size() >= 5 || stopped();
        });
        assertThat(seen).as("pictures of the film").hasSizeGreaterThanOrEqualTo(5);
        Await.until("the film stops", SOON, this::stopped);
        Await.until(
                "every pixel is the screen's",
                EXACT_WITHIN,
                () -> Pictures.difference(support.desktop.picture(), workspace.picture())
                        .isEmpty());
        workspace.awaitMark("exact", "true");

        applet.end();
        workspace.awaitSituation("ended");
        Await.until(
                "the applet's log says how many pictures were a film's",
                SOON,
                () -> SupportCase.read(home.resolve(".cache/beistand/applet-0.log"))
                        .matches("(?s).*video: [0-9]{2,} rectangles.*"));
    }

    /** A few places of the film; any two of its pictures differ there. */
    private static int lightOf(BufferedImage screen) {
        int sum = 0;
        for (int step = 0; step < 8; step++) {
            sum = sum * 31 + screen.getRGB(640 + 40 * step, 160 + 15 * step);
        }
        return sum;
    }

    private boolean stopped() {
        return SupportCase.read(home.resolve("java.log")).contains("stopped");
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static String classes() {
        return Path.of(FilmPlayer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}
