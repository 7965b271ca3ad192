package org.beistand.applet.capture;

import java.nio.IntBuffer;

/**
 * The screen at one moment. Valid until the next call to the source that gave it: it may look straight into memory that
 * the window system writes.
 *
 * @param shape its size
 * @param pixels one int per pixel, 0x..RRGGBB, the upper eight bits mean nothing; row by row
 * @param stride ints from one row to the next
 */
public record Picture(ScreenShape shape, IntBuffer pixels, int stride) {}
