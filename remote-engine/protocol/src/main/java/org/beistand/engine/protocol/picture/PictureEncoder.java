package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Turns changes of a screen into picture payloads for one viewer. Owns buffers and native memory, so it belongs to one
 * thread at a time; close it to give the memory back.
 */
public sealed interface PictureEncoder extends AutoCloseable permits PackedWriter, PictureWriter {

    /** Takes one payload of a picture. */
    @FunctionalInterface
    interface PayloadSink {

        /**
         * Called on the encoder's thread, once for each payload and in order, the last time with {@code last} true. The
         * payload is valid until the call returns. What it throws ends the picture and reaches the caller; after that
         * only {@link #begin} makes sense.
         *
         * @param payload position to limit, to be sent behind a frame header
         * @param first whether it begins the picture (the place for the flag FULL)
         * @param last whether it ends the picture (the flag LAST)
         */
        void accept(ByteBuffer payload, boolean first, boolean last);
    }

    /** The next picture is the first of its viewer, or the first that counts again: its first payload is FULL. */
    void begin();

    /**
     * Writes one picture. Without content it is one payload without rectangles: it still counts as a picture.
     *
     * @param picture its number, 1 to {@code Limits.SEQUENCE}
     * @param screen what it shows now
     * @param content what to say of it
     * @param mostBytes when about so many are written, the rest is left; something is always written
     * @param sink takes the payloads
     * @return areas, or parts of them, that were left
     */
    List<Area> write(long picture, Raster screen, PictureContent content, long mostBytes, PayloadSink sink);

    /** Writes one picture without loss, after which nothing is missing unless something is left. */
    default List<Area> write(
            long picture, Raster screen, List<Move> moves, List<Area> areas, long mostBytes, PayloadSink sink) {
        return write(picture, screen, PictureContent.exact(moves, areas), mostBytes, sink);
    }

    /** What this encoder has done so far. */
    Tally tally();

    @Override
    void close();
}
