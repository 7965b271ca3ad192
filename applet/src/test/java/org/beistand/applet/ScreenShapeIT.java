package org.beistand.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.beistand.applet.desktop.Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customer turns to another resolution in the middle of a session: the viewer follows, pixel for pixel. */
class ScreenShapeIT {

    private static final String USUAL = CustomersDesk.WIDTH + "x" + CustomersDesk.HEIGHT;

    @TempDir
    Path folder;

    private CustomersDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new CustomersDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void followsTheDesktopToAnotherResolutionAndBack() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        desk.desktop.start("xterm", "-geometry", "60x12+20+20", "-T", "text", "-e", "seq 1 500; cat");
        desk.desktop.awaitWindow("text");
        Desktop.await("the first shape is shown", () -> shows(CustomersDesk.WIDTH, CustomersDesk.HEIGHT));
        makeSmallMode();
        change("small");
        Desktop.await("the smaller shape is shown", () -> shows(1000, 700));
        desk.screenshot("smaller");
        change(USUAL);
        Desktop.await("the first shape is shown again", () -> shows(CustomersDesk.WIDTH, CustomersDesk.HEIGHT));
        assertThat(desk.applet().isAlive()).isTrue();
    }

    /** Each may come while a picture is being taken. */
    @Test
    void outlivesChangesInTheMiddleOfAPicture() throws Exception {
        desk.startWithTechnician();
        desk.relay.ask("1", "view");
        desk.click("allow", "1");
        Process drawing = desk.desktop.start("xterm", "-geometry", "100x40+20+20", "-T", "drawing", "-e", "yes");
        desk.desktop.awaitWindow("drawing");
        makeSmallMode();
        for (int times = 0; times < 20; times++) {
            change("small");
            change(USUAL);
        }
        drawing.destroy();
        Desktop.await("the usual shape is shown", () -> shows(CustomersDesk.WIDTH, CustomersDesk.HEIGHT));
    }

    private void makeSmallMode() throws Exception {
        desk.desktop.run(
                "xrandr", "--newmode", "small", "1", "1000", "1001", "1002", "1003", "700", "701", "702", "703");
        desk.desktop.run("xrandr", "--addmode", "screen", "small");
    }

    private void change(String mode) throws Exception {
        desk.desktop.run("xrandr", "--output", "screen", "--mode", mode);
    }

    private boolean shows(int width, int height) {
        try {
            BufferedImage screen = desk.desktop.screenshot(folder.resolve("shape.png"));
            if (screen.getWidth() != width || desk.relay.width() != width || desk.relay.height() != height) {
                return false;
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (desk.relay.pixel(x, y) != (screen.getRGB(x, y) & 0xffffff)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
