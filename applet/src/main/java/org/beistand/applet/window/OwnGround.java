package org.beistand.applet.window;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.stream.Stream;
import org.beistand.applet.input.OwnWindow;

/**
 * Where this program's windows are on the screen, title bars included, and whether one of them has the keyboard. Asked
 * from the input thread: it reads what Swing noted last and takes none of its turns, because Swing's thread may be busy.
 */
final class OwnGround implements OwnWindow {

    /** A scaled window may begin within a pixel. */
    private static final int ROUNDING = 1;

    @Override
    public boolean covers(int x, int y) {
        return visible().anyMatch(window -> pixels(window).contains(x, y));
    }

    @Override
    public boolean hasKeyboard() {
        return visible().anyMatch(Window::isActive);
    }

    private static Stream<Window> visible() {
        return Arrays.stream(Window.getWindows()).filter(Window::isVisible).filter(OwnGround::isOpen);
    }

    private static boolean isOpen(Window window) {
        return !(window instanceof Frame frame) || (frame.getExtendedState() & Frame.ICONIFIED) == 0;
    }

    /** Swing counts in scaled pixels, the captured desktop in the screen's own. */
    private static Rectangle pixels(Window window) {
        AffineTransform scale = window.getGraphicsConfiguration().getDefaultTransform();
        Rectangle pixels = scale.createTransformedShape(window.getBounds()).getBounds();
        pixels.grow(ROUNDING, ROUNDING);
        return pixels;
    }
}
