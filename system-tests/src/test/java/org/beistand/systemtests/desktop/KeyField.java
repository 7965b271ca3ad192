package org.beistand.systemtests.desktop;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * A program of the customer's: a field above all windows that changes its colour between red and blue at every key. It is
 * a program of its own, so that its answer waits for nobody who draws.
 */
public final class KeyField extends DrawnAtOnce {
    /** The window's title. */
    public static final String TITLE = "Answers to keys";

    /** Left and top on the screen, in pixels. */
    public static final int AT = 100;

    /** Width and height, in pixels. */
    public static final int SIDE = 60;

    private int keys;

    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> new KeyField().open());
    }

    private void open() {
        JFrame window = new JFrame(TITLE);
        window.setUndecorated(true);
        window.setAlwaysOnTop(true);
        window.setBounds(AT, AT, SIDE, SIDE);
        window.add(this);
        window.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent key) {
                keys++;
                drawNow();
            }
        });
        window.setVisible(true);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(keys % 2 == 0 ? Color.RED : Color.BLUE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
