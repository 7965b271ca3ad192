package org.beistand.applet.encode;

import java.nio.IntBuffer;
import org.beistand.applet.capture.Picture;

/**
 * A new picture of the screen, read where it lies. It may be memory that the window system writes: pixels are compared and
 * copied in rows, never one by one. One thread at a time.
 */
final class FreshRows {

    private final IntBuffer pixels;
    private final int stride;

    FreshRows(Picture picture) {
        pixels = picture.pixels().duplicate();
        stride = picture.stride();
    }

    /**
     * Compares a part of a row with as many pixels from elsewhere.
     *
     * @param known its position and limit are changed
     * @param at index in {@code known} of the first to compare
     * @return how many pixels are equal before the first that is not; -1 when all are equal
     */
    int mismatch(int row, int from, int to, IntBuffer known, int at) {
        int start = row * stride + from;
        pixels.limit(start + to - from).position(start);
        known.limit(at + to - from).position(at);
        return pixels.mismatch(known);
    }

    /** Copies a part of a row. @param at index in {@code into} of the first */
    void read(int row, int from, int to, int[] into, int at) {
        pixels.clear().get(row * stride + from, into, at, to - from);
    }
}
