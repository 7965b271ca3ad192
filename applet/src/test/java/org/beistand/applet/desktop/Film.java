package org.beistand.applet.desktop;

import java.awt.Canvas;
import java.awt.Graphics;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** A program that plays one, some thirty pictures a second, until it is told something; its last picture stays. */
public final class Film {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final long BETWEEN_PICTURES = 33_000_000;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    private final SplittableRandom grain = new SplittableRandom(1);

    private Film() {}

    public static void main(String[] args) throws IOException {
        Canvas canvas = new Canvas();
        Window window = new Window(null);
        window.add(canvas);
        window.setBounds(20, 20, WIDTH, HEIGHT);
        window.setVisible(true);
        Film film = new Film();
        Graphics graphics = canvas.getGraphics();
        for (int number = 0; System.in.available() == 0; number++) {
            film.draw(number);
            graphics.drawImage(film.image, 0, 0, null);
            Toolkit.getDefaultToolkit().sync();
            LockSupport.parkNanos(BETWEEN_PICTURES);
        }
    }

    /** Light that wanders, and grain. */
    private void draw(int number) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = grain.nextInt(7);
                int red = wave(x + 3 * number) + noise;
                int green = wave(2 * y + number) + noise;
                pixels[y * WIDTH + x] = red << 16 | green << 8 | wave(x + y) + noise;
            }
        }
    }

    private static int wave(int value) {
        int phase = value % 256;
        return 60 + (phase < 128 ? phase : 255 - phase);
    }
}
