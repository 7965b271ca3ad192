package org.beistand.applet.capture;

/**
 * One monitor of the desktop.
 *
 * @param x pixels from the desktop's left edge; may be negative
 * @param y pixels from the desktop's upper edge; may be negative
 * @param name as the system calls it, e.g. "HDMI-1"
 */
public record Monitor(int x, int y, int width, int height, boolean primary, String name) {}
