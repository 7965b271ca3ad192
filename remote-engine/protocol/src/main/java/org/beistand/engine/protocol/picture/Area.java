package org.beistand.engine.protocol.picture;

import org.beistand.engine.protocol.Limits;

/**
 * A rectangle of a screen in pixels, never empty.
 *
 * @param x from the left, 0 to 16,383
 * @param y from the top, 0 to 16,383
 * @param width 1 to 16,384 minus x
 * @param height 1 to 16,384 minus y
 */
public record Area(int x, int y, int width, int height) {

    public Area {
        if (x < 0
                || y < 0
                || width < 1
                || height < 1
                || x > Limits.SCREEN_SIDE_PIXELS - width
                || y > Limits.SCREEN_SIDE_PIXELS - height) {
            throw new IllegalArgumentException("not an area of a screen: " + x + "," + y + " " + width + "x" + height);
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    public boolean contains(Area other) {
        return other.x >= x
                && other.y >= y
                && other.x + other.width <= x + width
                && other.y + other.height <= y + height;
    }

    /** The rectangle around both. */
    public Area with(Area other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        int right = Math.max(x + width, other.x + other.width);
        int bottom = Math.max(y + height, other.y + other.height);
        return new Area(left, top, right - left, bottom - top);
    }
}
