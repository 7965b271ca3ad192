package org.beistand.applet.platform.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.beistand.applet.cursor.CursorImage;
import org.beistand.applet.cursor.CursorLook;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.applet.desktop.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class X11CursorSourceIT {

    private Desktop desktop;
    private CursorSource source;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.start(800, 600);
        source = new X11(Map.of("DISPLAY", desktop.display())).cursor().open().orElseThrow();
    }

    @AfterEach
    void close() {
        source.close();
        desktop.close();
    }

    @Test
    void wakesWhenThePointerMovesAndTellsWhereItIs() throws Exception {
        assertThat(source.name()).isEqualTo("x11-xfixes");
        desktop.run("xdotool", "mousemove", "300", "120");
        source.look();
        long before = System.nanoTime();
        desktop.run("xdotool", "mousemove_relative", "21", "3");
        assertThat(place()).containsExactly(321, 123);
        source.awaitChange(Duration.ofMillis(400)); // the news of it may still be there
        desktop.run("xdotool", "mousemove", "5", "6"); // put there without any news
        Desktop.await("the place is asked for", () -> {
            source.awaitChange(Duration.ofSeconds(30));
            return place()[0] == 5;
        });
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    private int[] place() {
        CursorLook look = source.look();
        return new int[] {look.x(), look.y()};
    }

    @Test
    void readsTheImageOfAProgramWithItsHotSpotAndItsHoles() throws Exception {
        desktop.start("xterm", "-ms", "#ff0000", "-geometry", "80x30+0+0", "-T", "pointed at");
        desktop.awaitWindow("pointed at");
        desktop.run("xdotool", "mousemove", "200", "200");
        Desktop.await("the image is told", () -> {
            source.awaitChange(Duration.ofMillis(50));
            return colours().contains(0xff0000ff);
        });
        CursorImage image = source.look().image().orElseThrow();
        assertThat(image.hotX()).isBetween(1, image.width() - 2);
        assertThat(image.hotY()).isBetween(1, image.height() - 2);
        assertThat(colours())
                .as("red, what lies around it, and nothing")
                .hasSize(3)
                .contains(0);
    }

    /** R G B A as one number. */
    private Set<Integer> colours() {
        Set<Integer> colours = new HashSet<>();
        source.look().image().map(image -> image.pixels().duplicate()).ifPresent(pixels -> {
            while (pixels.hasRemaining()) {
                colours.add(pixels.getInt());
            }
        });
        return colours;
    }

    @Test
    void stopsWaitingWhenWoken() {
        source.look();
        Thread waker = Thread.ofVirtual().start(source::wake);
        long before = System.nanoTime();
        source.awaitChange(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(waker).isNotNull();
    }
}
