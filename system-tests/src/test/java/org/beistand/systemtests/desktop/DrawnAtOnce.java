package org.beistand.systemtests.desktop;

import java.awt.Graphics;
import javax.swing.JComponent;

/** What a program shows in the moment it decides to: Swing's own buffer takes up to half a second. */
abstract class DrawnAtOnce extends JComponent {

    /** Returns when the X server has it. */
    final void drawNow() {
        Graphics screen = getGraphics();
        paintComponent(screen);
        screen.dispose();
        getToolkit().sync();
    }

    @Override
    protected abstract void paintComponent(Graphics graphics);
}
