package org.beistand.systemtests.desktop;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * A program of the customer's that plays a film, a picture every thirtieth of a second, and then shows its last one: {@code
 * FilmPlayer <pictures>}. It says {@code stopped} when it has.
 */
public final class FilmPlayer extends JComponent {
    /** The window's title. */
    public static final String TITLE = "A film";

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    private final transient BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final int pictures;
    private int number;

    private FilmPlayer(int pictures) {
        this.pictures = pictures;
        setPreferredSize(new Dimension(WIDTH, HEIGHT));
        draw();
    }

    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> new FilmPlayer(Integer.parseInt(arguments[0])).open());
    }

    private void open() {
        JFrame window = new JFrame(TITLE);
        window.add(new JLabel("Letters above a film stay sharp."), BorderLayout.NORTH);
        window.add(this);
        window.pack();
        window.setLocation(600, 60);
        window.setVisible(true);
        Timer timer = new Timer(33, tick -> {
            if (number == pictures) {
                ((Timer) tick.getSource()).stop();
                System.out.println("stopped");
                return;
            }
            number++;
            draw();
            repaint();
        });
        timer.start();
    }

    /** Light that wanders, and grain. */
    private void draw() {
        SplittableRandom grain = new SplittableRandom(number);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double phase = Math.sin((x + 3 * number) / 31.0) * Math.cos((y + number) / 19.0);
                int light = (int) (120 + 60 * phase) + grain.nextInt(9);
                picture.setRGB(x, y, light << 16 | (light + y / 5) << 8 | 255 - light);
            }
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.drawImage(picture, 0, 0, null);
    }
}
