package org.beistand.applet.window;

import javax.swing.AbstractButton;
import javax.swing.JComponent;

/** Swing reads a text that begins with {@code <html>} as markup. What people typed elsewhere is never markup here. */
final class Plain {

    private Plain() {}

    /** This component shows its text as it is. */
    static <T extends JComponent> T only(T component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    /**
     * A click acts, but does not take the keyboard. In a window that is not active yet, Swing moves the focus between
     * press and release, and a button that loses it forgets that it was pressed: the first click would be lost.
     */
    static void actsOnFirstClick(AbstractButton button) {
        button.setRequestFocusEnabled(false);
    }

    /** A text for a tool tip, which has no switch of its own. */
    static String tooltip(String text) {
        return text.regionMatches(true, 0, "<html", 0, 5) ? " " + text : text;
    }
}
