package org.beistand.applet.capture;

import java.nio.IntBuffer;
import org.beistand.engine.protocol.picture.Area;

/**
 * The screen at one moment. Valid until the next call to the source that gave it: it may look straight into memory that
 * the window system writes.
 *
 * @param shape its size
 * @param pixels one int per pixel, 0x..RRGGBB, the upper eight bits mean nothing; row by row, the whole screen
 * @param stride ints from one row to the next
 * @param drawn outside of it every pixel is as in the picture before, when there was one
 */
public record Picture(ScreenShape shape, IntBuffer pixels, int stride, Area drawn) {

    /** A picture in which anything may differ from the one before. */
    public Picture(ScreenShape shape, IntBuffer pixels, int stride) {
        this(shape, pixels, stride, new Area(0, 0, shape.width(), shape.height()));
    }
}
