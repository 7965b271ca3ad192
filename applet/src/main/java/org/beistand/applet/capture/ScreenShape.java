package org.beistand.applet.capture;

import java.util.List;

/**
 * How large the captured desktop is.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param monitors at least one
 */
public record ScreenShape(int width, int height, List<Monitor> monitors) {

    public ScreenShape {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("screen of " + width + "x" + height + " pixels");
        }
        monitors = List.copyOf(monitors);
    }

    /** A desktop of one monitor. */
    public static ScreenShape single(int width, int height, String name) {
        return new ScreenShape(width, height, List.of(new Monitor(0, 0, width, height, true, name)));
    }
}
