package org.beistand.applet.encode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.Area;

/**
 * A real desktop of 1920x1080, recorded: a page of text in a browser and a terminal before it. Each of the others is what
 * the one before became: a letter typed, the page scrolled by a turn of the wheel, the terminal dragged; the slide is a
 * drawing like a photograph over the whole screen.
 */
public enum RecordedScreen {
    DESK("desk.png"),
    LETTER("letter.png"),
    SCROLL("scroll.png"),
    DRAG("drag.png"),
    SLIDE("slide.jpg");

    public static final int WIDTH = 1920;
    public static final int HEIGHT = 1080;
    static final Area EVERYWHERE = new Area(0, 0, WIDTH, HEIGHT);

    private static final ScreenShape SHAPE = ScreenShape.single(WIDTH, HEIGHT, "recorded");

    private final String file;

    RecordedScreen(String file) {
        this.file = file;
    }

    /** What was there before. */
    public RecordedScreen before() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /** @return 0x00RRGGBB, row by row */
    public int[] pixels() {
        try (InputStream in = RecordedScreen.class.getResourceAsStream("/screens/" + file)) {
            return ImageIO.read(Objects.requireNonNull(in, file)).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The picture that a source would give, of which nothing is known. */
    static Picture picture(int[] pixels) {
        return new Picture(SHAPE, IntBuffer.wrap(pixels), WIDTH);
    }
}
