package org.beistand.engine.protocol.picture;

/** Decodes frames of VP8 that {@link Vp8Shape} has let pass, in order. For readers in Java; browsers have their own. */
@FunctionalInterface
public interface VideoDecoder {

    /** @return width times height pixels {@code 0x??RRGGBB}, row by row; of another length: it is no picture */
    int[] decode(byte[] frame, boolean key, int width, int height);
}
