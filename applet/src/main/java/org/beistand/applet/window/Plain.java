package org.beistand.applet.window;

import javax.swing.JComponent;

/** Swing reads a text that begins with {@code <html>} as markup. What people typed elsewhere is never markup here. */
final class Plain {

    private Plain() {}

    /** This component shows its text as it is. */
    static <T extends JComponent> T only(T component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    /** A text for a tool tip, which has no switch of its own. */
    static String tooltip(String text) {
        return text.regionMatches(true, 0, "<html", 0, 5) ? " " + text : text;
    }
}
