package org.beistand.applet.encode;

import java.nio.IntBuffer;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;

/** The screen as it was last looked at, in Java's memory. Finds out what a new picture changes. One thread at a time. */
final class ScreenCopy {

    private final ScreenShape shape;
    private final int[] pixels;

    ScreenCopy(ScreenShape shape) {
        this.shape = shape;
        this.pixels = new int[shape.width() * shape.height()];
    }

    ScreenShape shape() {
        return shape;
    }

    /** Row by row, {@code width} ints each, 0x..RRGGBB. Not a copy. */
    int[] pixels() {
        return pixels;
    }

    /**
     * Takes the new picture over: whole rows are compared first (0.4 ms for 1920x1080), then only in rows that differ the
     * 64-pixel segments.
     *
     * @param picture of this copy's width and height
     * @param changes gets every segment marked that differs
     * @return whether anything does
     */
    boolean update(Picture picture, ChangeMap changes) {
        int width = shape.width();
        boolean changed = false;
        for (int row = 0; row < shape.height(); row++) {
            IntBuffer fresh = picture.pixels().slice(row * picture.stride(), width);
            int first = fresh.mismatch(IntBuffer.wrap(pixels, row * width, width));
            if (first >= 0) {
                changed = true;
                updateRow(fresh, row, first / ChangeMap.SEGMENT, changes);
            }
        }
        return changed;
    }

    private void updateRow(IntBuffer fresh, int row, int firstSegment, ChangeMap changes) {
        int width = shape.width();
        for (int segment = firstSegment; segment < changes.segments(); segment++) {
            int from = segment * ChangeMap.SEGMENT;
            int length = Math.min(ChangeMap.SEGMENT, width - from);
            int start = row * width + from;
            if (fresh.slice(from, length).mismatch(IntBuffer.wrap(pixels, start, length)) >= 0) {
                fresh.get(from, pixels, start, length);
                changes.mark(row, segment);
            }
        }
    }
}
