package org.beistand.engine.viewer;

import java.util.SplittableRandom;

/** Screens to send: pixels as 0xFFRRGGBB, row by row. */
final class Pixels {

    private Pixels() {}

    static int[] ofRgba(byte[] rgba) {
        int[] pixels = new int[rgba.length / 4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgba[4 * i + 3] & 0xFF) << 24
                    | (rgba[4 * i] & 0xFF) << 16
                    | (rgba[4 * i + 1] & 0xFF) << 8
                    | rgba[4 * i + 2] & 0xFF;
        }
        return pixels;
    }

    /** Every pixel another: nothing repeats, so every chunk of the coder is met. */
    static int[] noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints((long) width * height)
                .map(value -> 0xFF000000 | value)
                .toArray();
    }

    /** Slow gradients, flat areas and sharp edges, as desktops have them. */
    static int[] desktop(int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean window = x > width / 5 && x < width * 4 / 5 && y > height / 6 && y < height * 5 / 6;
                boolean letter = window && (x * 7 + y * 13) % 29 < 3;
                pixels[y * width + x] = letter ? 0xFF202428 : window ? 0xFFFFFFFF : gradient(x, y, width, height);
            }
        }
        return pixels;
    }

    private static int gradient(int x, int y, int width, int height) {
        return 0xFF000000 | (40 + x * 60 / width) << 16 | (70 + y * 60 / height) << 8 | 150;
    }

    static int[] filled(int width, int height, int color) {
        int[] pixels = new int[width * height];
        java.util.Arrays.fill(pixels, color);
        return pixels;
    }

    /** Bytes that do not repeat. */
    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SplittableRandom(5).nextBytes(bytes);
        return bytes;
    }
}
