package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;

/**
 * Codes photographs with loss. May own buffers and native memory, so it belongs to one thread at a time; close it to give
 * the memory back.
 */
public interface PhotoCoder extends AutoCloseable {

    CoderFacts facts();

    /**
     * @param screen what to read from
     * @param area at most {@code Limits.JPEG_PIXELS} of it
     * @return a JPEG as docs/protocol.md wants it, position to limit, valid until the next call; nothing remaining: it
     *     could not be made, and the area goes without loss
     */
    ByteBuffer encode(Raster screen, Area area);

    @Override
    void close();
}
