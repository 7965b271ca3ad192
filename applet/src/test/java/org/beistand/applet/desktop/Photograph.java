package org.beistand.applet.desktop;

import java.awt.Canvas;
import java.awt.Graphics;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A program that shows one: light that goes over, and grain. */
public final class Photograph extends Canvas {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 400;

    private final transient BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    private Photograph() {
        SplittableRandom grain = new SplittableRandom(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (int) (128 + 60 * Math.sin(x / 31.0) * Math.cos(y / 19.0)) + grain.nextInt(6);
                image.setRGB(x, y, light << 16 | (light + y / 8) << 8 | 255 - light);
            }
        }
    }

    public static void main(String[] args) {
        Window window = new Window(null);
        window.add(new Photograph());
        window.setBounds(20, 20, WIDTH, HEIGHT);
        window.setVisible(true);
    }

    @Override
    public void paint(Graphics graphics) {
        graphics.drawImage(image, 0, 0, null);
    }
}
