package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;

/**
 * Codes a film, frame after frame, with loss. Every frame that it has made must reach the viewer, in order; when one
 * cannot, {@link #begin} starts afresh. Owns native memory, so it belongs to one thread at a time.
 */
public interface VideoCoder extends AutoCloseable {

    CoderFacts facts();

    /** The next frame needs no earlier one. */
    void begin();

    /**
     * @param screen what to read from
     * @param area at most {@code Limits.VIDEO_PIXELS} of it; when it is not the last frame's, a film begins
     * @param mostBytes what the frame should have at most, about: the path takes no more without delay
     * @return a frame of VP8 as docs/protocol.md wants it, position to limit, valid until the next call; nothing
     *     remaining: it could not be made, and the next one begins a film
     */
    ByteBuffer encode(Raster screen, Area area, long mostBytes);

    @Override
    void close();
}
