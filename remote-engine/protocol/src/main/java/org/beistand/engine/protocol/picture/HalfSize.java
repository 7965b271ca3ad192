package org.beistand.engine.protocol.picture;

/**
 * Photographs of half the width and half the height, rounded up: a quarter of the work for coder, path and decoder, for
 * what must be seen at once. Pixels are {@code 0x??RRGGBB}, row by row.
 */
final class HalfSize {

    /** Each channel without its lowest bit. */
    private static final int UPPER_BITS = 0xFEFEFE;

    private HalfSize() {}

    static int of(int side) {
        return (side + 1) / 2;
    }

    /**
     * Each pixel is the mean of four; at an odd edge of those that are there.
     *
     * @param half where they go; another array is taken when it is too small
     */
    static Raster shrink(Raster screen, Area area, int[] half) {
        int width = of(area.width());
        int height = of(area.height());
        if (half.length < width * height) {
            return shrink(screen, area, new int[width * height]);
        }
        int[] pixels = screen.pixels();
        for (int row = 0; row < height; row++) {
            int above = (area.y() + 2 * row) * screen.stride() + area.x();
            int below = 2 * row + 1 < area.height() ? above + screen.stride() : above;
            int pairs = area.width() / 2;
            for (int column = 0; column < pairs; column++) {
                int x = 2 * column;
                half[row * width + column] = meanDown(
                        meanUp(pixels[above + x], pixels[above + x + 1]),
                        meanUp(pixels[below + x], pixels[below + x + 1]));
            }
            if (pairs < width) {
                int x = area.width() - 1;
                half[row * width + pairs] = meanDown(pixels[above + x], pixels[below + x]);
            }
        }
        return new Raster(half, width);
    }

    /** Each pixel stands where the left upper one of its four was; between two, and at last between four, is their mean. */
    static int[] grow(int[] half, int width, int height) {
        int halfWidth = of(width);
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y += 2) {
            int from = y / 2 * halfWidth;
            for (int x = 0; x < width; x++) {
                int left = half[from + x / 2];
                boolean between = x % 2 == 1 && x / 2 + 1 < halfWidth;
                pixels[y * width + x] = between ? meanDown(left, half[from + x / 2 + 1]) : left;
            }
        }
        for (int y = 1; y < height; y += 2) {
            for (int x = 0; x < width; x++) {
                int above = pixels[(y - 1) * width + x];
                pixels[y * width + x] = y + 1 < height ? meanDown(above, pixels[(y + 1) * width + x]) : above;
            }
        }
        return pixels;
    }

    /** Of each channel, rounded down. */
    private static int meanDown(int one, int other) {
        return (one & other) + (((one ^ other) & UPPER_BITS) >>> 1);
    }

    /** Rounded up: of four pixels in two steps, one up and one down is right on average. */
    private static int meanUp(int one, int other) {
        return (one | other) - (((one ^ other) & UPPER_BITS) >>> 1);
    }
}
