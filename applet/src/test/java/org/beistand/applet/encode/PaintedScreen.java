package org.beistand.applet.encode;

import java.util.SplittableRandom;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Move;

/** Draws what happens on screens, always the same for a seed: letters, pages that scroll, windows that are dragged. */
final class PaintedScreen {

    private PaintedScreen() {}

    /** Lines of letters, each one of forty shapes. */
    static void text(int[] screen, int width, SplittableRandom random) {
        java.util.Arrays.fill(screen, 0xf8f8f8);
        int height = screen.length / width;
        for (int y = 4; y + 12 < height; y += 16) {
            line(screen, width, y, random);
        }
    }

    private static void line(int[] screen, int width, int y, SplittableRandom random) {
        int words = random.nextInt(3, Math.max(4, width / 60));
        int x = 6;
        for (int word = 0; word < words; word++) {
            for (int letter = random.nextInt(2, 9); letter > 0 && x + 8 < width; letter--, x += 8) {
                letter(screen, width, x, y, random.nextInt(40));
            }
            x += 8;
        }
    }

    private static void letter(int[] screen, int width, int x, int y, int shape) {
        SplittableRandom strokes = new SplittableRandom(shape);
        for (int row = 0; row < 11; row++) {
            for (int column = 0; column < 7; column++) {
                int ink = strokes.nextInt(6);
                if (ink > 3) {
                    screen[(y + row) * width + x + column] = ink == 4 ? 0x202428 : 0x90a8c0;
                }
            }
        }
    }

    /** One thing that a person does. */
    static void step(int[] screen, int width, SplittableRandom random) {
        int height = screen.length / width;
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> scroll(screen, width, new Area(20, 10, width - 60, height - 30), random);
            case 3, 4 -> drag(screen, width, random);
            case 5 -> letter(screen, width, random.nextInt(width - 8), random.nextInt(height - 12), random.nextInt(40));
            case 6 -> noise(screen, width, random);
            case 7 -> photograph(screen, width, random);
            default -> {
                scroll(screen, width, new Area(0, 0, width, height), random);
                drag(screen, width, random);
            }
        }
    }

    private static void scroll(int[] screen, int width, Area page, SplittableRandom random) {
        int by = random.nextInt(1, 60);
        boolean up = random.nextInt(3) > 0;
        Area target = new Area(page.x(), up ? page.y() : page.y() + by, page.width(), page.height() - by);
        new Move(target, page.x(), up ? page.y() + by : page.y()).apply(screen, width);
        int exposed = up ? page.y() + page.height() - by : page.y();
        fill(screen, width, new Area(page.x(), exposed, page.width(), by), 0xf8f8f8);
        for (int y = exposed; y + 12 < exposed + by; y += 16) {
            letter(screen, width, page.x() + random.nextInt(page.width() - 8), y, random.nextInt(40));
        }
    }

    private static void drag(int[] screen, int width, SplittableRandom random) {
        int height = screen.length / width;
        int w = width / 2;
        int h = height / 2;
        int x = random.nextInt(40);
        int y = random.nextInt(40);
        new Move(new Area(x + random.nextInt(1, 40), y + random.nextInt(1, 40), w, h), x, y).apply(screen, width);
    }

    private static void noise(int[] screen, int width, SplittableRandom random) {
        int w = random.nextInt(1, 100);
        int h = random.nextInt(1, 60);
        int left = random.nextInt(width - w);
        int top = random.nextInt(screen.length / width - h);
        for (int y = top; y < top + h; y++) {
            for (int x = left; x < left + w; x++) {
                screen[y * width + x] = random.nextInt();
            }
        }
    }

    /** Soft light with grain. */
    private static void photograph(int[] screen, int width, SplittableRandom random) {
        int w = random.nextInt(100, 250);
        int h = random.nextInt(80, 200);
        int left = random.nextInt(width - w);
        int top = random.nextInt(screen.length / width - h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int light = (int) (128 + 60 * Math.sin(x / 31.0) * Math.cos(y / 19.0)) + random.nextInt(6);
                screen[(top + y) * width + left + x] = light << 16 | (light + y / 3) << 8 | 255 - light;
            }
        }
    }

    /** The next picture of a film: light that wanders, and grain. */
    static void film(int[] screen, int width, Area area, int number) {
        SplittableRandom grain = new SplittableRandom(number);
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                double phase = Math.sin((x + 3 * number) / 31.0) * Math.cos((y + number) / 19.0);
                int light = (int) (120 + 60 * phase) + grain.nextInt(9);
                screen[(area.y() + y) * width + area.x() + x] = light << 16 | (light + y / 5) << 8 | 255 - light;
            }
        }
    }

    static void fill(int[] screen, int width, Area area, int colour) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            java.util.Arrays.fill(screen, y * width + area.x(), y * width + area.x() + area.width(), colour);
        }
    }
}
