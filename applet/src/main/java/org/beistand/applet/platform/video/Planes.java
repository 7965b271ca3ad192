package org.beistand.applet.platform.video;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;

/**
 * A picture as video codecs take it: light, and two colours at half the density each way (I420), by ITU-R BT.601 with
 * limited range in fixed point.
 */
final class Planes {

    private final int width;
    private final int height;
    private final MemorySegment data;
    private final byte[] light;
    private final byte[] blue;
    private final byte[] red;

    Planes(Arena arena, int width, int height) {
        this.width = width;
        this.height = height;
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        data = arena.allocate((long) width * height + 2L * halfWidth * halfHeight, 32);
        light = new byte[width];
        blue = new byte[halfWidth];
        red = new byte[halfWidth];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** @param number 0 light, 1 blue, 2 red */
    MemorySegment plane(int number) {
        long whole = (long) width * height;
        long half = (long) stride(1) * ((height + 1) / 2);
        return number == 0 ? data.asSlice(0, whole) : data.asSlice(whole + (number - 1) * half, half);
    }

    /** Bytes of a row. */
    int stride(int number) {
        return number == 0 ? width : (width + 1) / 2;
    }

    /** @param area of this picture's size */
    void fill(Raster screen, Area area) {
        int[] pixels = screen.pixels();
        MemorySegment blues = plane(1);
        MemorySegment reds = plane(2);
        for (int row = 0; row < height; row++) {
            int start = (area.y() + row) * screen.stride() + area.x();
            light(pixels, start);
            MemorySegment.copy(light, 0, data, JAVA_BYTE, (long) row * width, width);
            if (row % 2 == 0) {
                colours(pixels, start, row + 1 < height ? start + screen.stride() : start);
                MemorySegment.copy(blue, 0, blues, JAVA_BYTE, (long) row / 2 * blue.length, blue.length);
                MemorySegment.copy(red, 0, reds, JAVA_BYTE, (long) row / 2 * red.length, red.length);
            }
        }
    }

    private void light(int[] pixels, int start) {
        for (int x = 0; x < width; x++) {
            int pixel = pixels[start + x];
            light[x] = (byte) (66 * (pixel >> 16 & 0xFF) + 129 * (pixel >> 8 & 0xFF) + 25 * (pixel & 0xFF) + 4224 >> 8);
        }
    }

    private void colours(int[] pixels, int above, int below) {
        int last = width - 1;
        for (int x = 0; x < blue.length; x++) {
            int left = 2 * x;
            int right = Math.min(left + 1, last);
            int a = pixels[above + left];
            int b = pixels[above + right];
            int c = pixels[below + left];
            int d = pixels[below + right];
            // Two sums of four at once: they stay apart, at ten bits each.
            int redAndBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
            int r = redAndBlue >> 16 & 0x3FF;
            int blues = redAndBlue & 0x3FF;
            int g = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
            blue[x] = (byte) (-38 * r - 74 * g + 112 * blues + 131_584 >> 10);
            red[x] = (byte) (112 * r - 94 * g - 18 * blues + 131_584 >> 10);
        }
    }
}
