package org.beistand.applet.platform.x11;

import org.beistand.engine.protocol.picture.Area;

/** What has been drawn since the last look: one rectangle around all of it. One thread at a time. */
final class Drawn {

    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right;
    private int bottom;

    void add(int x, int y, int width, int height) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + width);
        bottom = Math.max(bottom, y + height);
    }

    boolean isNothing() {
        return right <= left || bottom <= top;
    }

    /** What was drawn, cut at the screen's edges, and forgets it. @return the whole screen when nothing is known */
    Area take(int width, int height) {
        int x = Math.clamp(left, 0, width);
        int y = Math.clamp(top, 0, height);
        int end = Math.clamp(right, 0, width);
        int below = Math.clamp(bottom, 0, height);
        left = Integer.MAX_VALUE;
        top = Integer.MAX_VALUE;
        right = 0;
        bottom = 0;
        return end <= x || below <= y ? new Area(0, 0, width, height) : new Area(x, y, end - x, below - y);
    }
}
