package org.beistand.applet.cursor;

import java.nio.ByteBuffer;

/**
 * What a pointer looks like. Equal images are equal, whatever the system calls them.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param hotX the column of the pixel that points
 * @param hotY its row
 * @param pixels R G B A, not multiplied by A, row by row
 */
public record CursorImage(int width, int height, int hotX, int hotY, ByteBuffer pixels) {

    private static final int BYTES_PER_PIXEL = 4;

    public CursorImage {
        pixels = pixels.asReadOnlyBuffer();
        boolean sound = width > 0
                && height > 0
                && hotX >= 0
                && hotX < width
                && hotY >= 0
                && hotY < height
                && pixels.remaining() == width * height * BYTES_PER_PIXEL;
        if (!sound) {
            throw new IllegalArgumentException("no image of a pointer: " + width + "x" + height);
        }
    }
}
