package org.beistand.engine.protocol.picture;

/**
 * The whole screen in memory, as an encoder reads it. Not a copy: it must not change while it is being read.
 *
 * @param pixels {@code 0x??RRGGBB}, row by row
 * @param stride pixels from one row to the next
 */
@SuppressWarnings("ArrayRecordComponent") // a screen is too large to be copied for the sake of equality
public record Raster(int[] pixels, int stride) {}
