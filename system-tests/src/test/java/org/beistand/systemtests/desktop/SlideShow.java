package org.beistand.systemtests.desktop;

import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * A program of the customer's that covers the whole screen with another photograph several times a second, and leaves the
 * keys to others: {@code SlideShow <milliseconds between photographs>}.
 */
public final class SlideShow extends DrawnAtOnce {
    /** The window's title. */
    public static final String TITLE = "A show of slides";

    private static final int PHOTOGRAPHS = 6;

    private final transient List<BufferedImage> photographs =
            IntStream.range(0, PHOTOGRAPHS).mapToObj(SlideShow::photograph).toList();
    private int number;

    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> new SlideShow().open(Integer.parseInt(arguments[0])));
    }

    private void open(int between) {
        JFrame window = new JFrame(TITLE);
        window.setUndecorated(true);
        window.setBounds(0, 0, X11Desktop.WIDTH, X11Desktop.HEIGHT);
        window.add(this);
        window.setFocusableWindowState(false);
        window.setVisible(true);
        new Timer(between, tick -> {
                    number++;
                    drawNow();
                })
                .start();
    }

    /** Soft hills of light, and grain. */
    private static BufferedImage photograph(int which) {
        BufferedImage picture = new BufferedImage(X11Desktop.WIDTH, X11Desktop.HEIGHT, BufferedImage.TYPE_INT_RGB);
        SplittableRandom grain = new SplittableRandom(which);
        for (int y = 0; y < X11Desktop.HEIGHT; y++) {
            for (int x = 0; x < X11Desktop.WIDTH; x++) {
                double phase = Math.sin((x + 97 * which) / 61.0) * Math.cos((y + 53 * which) / 47.0);
                int light = (int) (120 + 70 * phase) + grain.nextInt(9);
                picture.setRGB(x, y, light << 16 | (light + y / 20) << 8 | 220 - light);
            }
        }
        return picture;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.drawImage(photographs.get(number % PHOTOGRAPHS), 0, 0, null);
    }
}
