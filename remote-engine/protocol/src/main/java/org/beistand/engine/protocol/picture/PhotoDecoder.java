package org.beistand.engine.protocol.picture;

/** Decodes a JPEG that {@link JpegShape} has let pass. For readers in Java; browsers have their own. */
@FunctionalInterface
public interface PhotoDecoder {

    /** @return width times height pixels {@code 0x??RRGGBB}, row by row; of another length: it is no picture */
    int[] decode(byte[] jpeg, int width, int height);
}
