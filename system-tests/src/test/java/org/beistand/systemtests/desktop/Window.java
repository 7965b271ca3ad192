package org.beistand.systemtests.desktop;

import java.awt.image.BufferedImage;

/** One window on the customer's desktop, acted on from outside. */
public final class Window {
    private final X11Desktop desktop;
    private final String id;

    Window(X11Desktop desktop, String id) {
        this.desktop = desktop;
        this.id = id;
    }

    /** Where it is on the screen, without the window manager's frame, in pixels. */
    public Place place() {
        String facts = desktop.run("xwininfo", "-id", id);
        return new Place(
                number(facts, "Absolute upper-left X:"),
                number(facts, "Absolute upper-left Y:"),
                number(facts, "Width:"),
                number(facts, "Height:"));
    }

    private static int number(String facts, String name) {
        return facts.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name))
                .map(line -> Integer.valueOf(line.substring(name.length()).strip()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the window is gone: " + facts));
    }

    /** Raises it and gives it the keyboard. */
    public void activate() {
        desktop.run("xdotool", "windowactivate", "--sync", id);
    }

    /** Asks the window manager to close it, as the cross in its corner does. */
    public void close() {
        desktop.run("xdotool", "windowclose", id);
    }

    /** Moves it so that its own top left corner lies there. */
    public void moveTo(int x, int y) {
        desktop.run("xdotool", "windowmove", "--sync", id, Integer.toString(x), Integer.toString(y));
    }

    /** Presses keys in it, by their X names. */
    public void press(String... keys) {
        activate();
        for (String key : keys) {
            desktop.run("xdotool", "key", "--clearmodifiers", key);
        }
    }

    /** Clicks at this place of the window. */
    public void click(int x, int y) {
        Place place = place();
        desktop.click(place.x() + x, place.y() + y);
    }

    /** What it shows at the moment. */
    public BufferedImage picture() {
        Place place = place();
        BufferedImage screen = desktop.picture();
        int right = Math.min(screen.getWidth(), place.x() + place.width());
        int bottom = Math.min(screen.getHeight(), place.y() + place.height());
        return screen.getSubimage(place.x(), place.y(), right - place.x(), bottom - place.y());
    }

    /** True while it is on the screen. */
    public boolean isOpen() {
        return desktop.run("xwininfo", "-id", id).contains("IsViewable");
    }

    /** Whether the keyboard is in this window: the window manager says so once the X server has moved the focus. */
    public boolean hasKeyboard() {
        return desktop.run("xdotool", "getactivewindow").strip().equals(id);
    }

    /** A rectangle on the screen, in pixels. */
    public record Place(int x, int y, int width, int height) {}
}
