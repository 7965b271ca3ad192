package org.beistand.applet.platform.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.desktop.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class X11ScreenSourceIT {

    @TempDir
    Path folder;

    private Desktop desktop;
    private ScreenSource source;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.start(1024, 700);
        ScreenSource.Provider provider = new X11(Map.of("DISPLAY", desktop.display())).screen();
        assertThat(provider.obstacle()).isEmpty();
        source = provider.open();
    }

    @AfterEach
    void close() {
        source.close();
        desktop.close();
    }

    @Test
    void seesExactlyWhatIsOnTheScreen() throws Exception {
        desktop.start(
                "xterm", "-geometry", "60x20+30+40", "-T", "painted", "-e", "ls -laR /usr/share/doc | head -300; cat");
        desktop.awaitWindow("painted");
        awaitRest();
        BufferedImage expected = desktop.screenshot(folder.resolve("screen.png"));
        Picture picture = source.grab().orElseThrow();
        assertThat(picture.shape().width()).isEqualTo(1024);
        assertThat(picture.shape().height()).isEqualTo(700);
        int different = 0;
        int bright = 0;
        for (int y = 0; y < 700; y++) {
            for (int x = 0; x < 1024; x++) {
                int pixel = picture.pixels().get(y * picture.stride() + x) & 0xffffff;
                different += pixel == (expected.getRGB(x, y) & 0xffffff) ? 0 : 1;
                bright += pixel == 0 ? 0 : 1;
            }
        }
        assertThat(different).isZero();
        assertThat(bright).as("something was painted").isGreaterThan(1_000);
    }

    @Test
    void waitsWhileNothingIsDrawnAndWakesWhenSomethingIs() throws Exception {
        awaitRest();
        assertThat(source.awaitChange(Duration.ofMillis(300))).isFalse();
        desktop.start("xterm", "-T", "drawn");
        assertThat(source.awaitChange(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void tellsWhereSomethingWasDrawnAndReadsNoMore() throws Exception {
        awaitRest();
        desktop.start("xterm", "-geometry", "20x4+600+400", "-T", "corner");
        desktop.awaitWindow("corner");
        assertThat(source.awaitChange(Duration.ofSeconds(10))).isTrue();
        Picture seen = source.grab().orElseThrow();
        assertThat(seen.drawn().x()).isGreaterThan(500);
        assertThat(seen.drawn().y()).isGreaterThan(300);
        int different = -1;
        for (int attempt = 0; attempt < 20 && different != 0; attempt++) {
            // A shell may take its time to say something.
            while (source.awaitChange(Duration.ofMillis(400))) {
                seen = source.grab().orElseThrow();
            }
            different = different(desktop.screenshot(folder.resolve("corner.png")), seen);
        }
        assertThat(different).isZero();
    }

    private static int different(BufferedImage expected, Picture picture) {
        int different = 0;
        for (int y = 0; y < picture.shape().height(); y++) {
            for (int x = 0; x < picture.shape().width(); x++) {
                int pixel = picture.pixels().get(y * picture.stride() + x);
                different += (pixel ^ expected.getRGB(x, y)) << 8 == 0 ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void stopsWaitingWhenWoken() {
        awaitRest();
        Thread waker = Thread.ofVirtual().start(source::wake);
        long before = System.nanoTime();
        source.awaitChange(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(waker).isNotNull();
    }

    @Test
    void namesItsMonitors() {
        assertThat(source.grab().orElseThrow().shape().monitors())
                .singleElement()
                .satisfies(monitor -> assertThat(monitor.width()).isEqualTo(1024));
    }

    @Test
    void followsMonitorsThatComeAndGo() throws Exception {
        source.grab();
        desktop.run("xrandr", "--setmonitor", "left", "512/100x700/100+0+0", "screen");
        desktop.run("xrandr", "--setmonitor", "right", "512/100x700/100+512+0", "none");
        Desktop.await("two monitors", () -> monitors().equals(List.of("left 0", "right 512")));
        desktop.run("xrandr", "--delmonitor", "right");
        Desktop.await("one monitor", () -> monitors().equals(List.of("left 0")));
    }

    private List<String> monitors() {
        source.awaitChange(Duration.ofMillis(100));
        return source.grab().orElseThrow().shape().monitors().stream()
                .map(monitor -> monitor.name() + " " + monitor.x())
                .toList();
    }

    @Test
    void isNoWaylandAndKnowsWaylandWhenItSeesIt() {
        Map<String, String> here = Map.of("DISPLAY", desktop.display());
        assertThat(new X11(here).isWayland()).isFalse();
        Map<String, String> wayland = Map.of("DISPLAY", desktop.display(), "WAYLAND_DISPLAY", "wayland-0");
        assertThat(new X11(wayland).screen().obstacle())
                .get()
                .extracting(obstacle -> obstacle.reason())
                .isEqualTo("capture.wayland");
    }

    @Test
    void saysThatThereIsNothingWithoutAServer() {
        assertThat(new X11(Map.of("DISPLAY", ":4711")).screen().obstacle())
                .get()
                .extracting(obstacle -> obstacle.reason())
                .isEqualTo("capture.nothing");
        assertThat(new X11(Map.of("DISPLAY", ":4711")).input().open()).isEmpty();
    }

    private void awaitRest() {
        do {
            source.grab();
        } while (source.awaitChange(Duration.ofMillis(400)));
    }
}
