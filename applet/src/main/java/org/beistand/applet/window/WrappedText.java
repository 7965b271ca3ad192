package org.beistand.applet.window;

import java.awt.Color;
import java.awt.Dimension;
import javax.swing.JTextArea;

/** Text that wraps to the width it is given and cannot be edited. Plain text only: what a technician is called is data. */
final class WrappedText extends JTextArea {

    WrappedText(String name, Color colour) {
        setName(name);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
        setForeground(colour);
    }

    /** Grows with its lines, never wider than its place. */
    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(1, getPreferredSize().height);
    }
}
