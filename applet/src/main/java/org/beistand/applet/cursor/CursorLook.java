package org.beistand.applet.cursor;

import java.util.Optional;

/**
 * The pointer at one moment.
 *
 * @param x pixels of the captured desktop
 * @param y pixels of the captured desktop
 * @param image empty when this system does not tell
 */
public record CursorLook(int x, int y, Optional<CursorImage> image) {}
