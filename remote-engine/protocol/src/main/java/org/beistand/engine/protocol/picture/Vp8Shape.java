package org.beistand.engine.protocol.picture;

import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;

/**
 * The gate before a VP8 decoder (RFC 6386, 9.1): lets only frames pass that show one picture of the rectangle's size, and
 * such that need an earlier one only behind one that needs none. The viewer's is core/picture/vp8-shape.js.
 */
public final class Vp8Shape {

    private static final int TAG_BYTES = 3;
    private static final int KEY_BYTES = 10;
    private static final int START_CODE = 0x9D012A;

    private int width;
    private int height;

    /** What came before counts no more: the next frame must need no earlier one. */
    public void begin() {
        width = 0;
        height = 0;
    }

    /**
     * @param from where the frame begins
     * @param end where it ends
     * @param areaWidth of the rectangle it is for
     * @return whether it needs no earlier one
     * @throws FrameRefused PROTOCOL_ERROR
     */
    public boolean check(byte[] bytes, int from, int end, int areaWidth, int areaHeight) {
        require((long) areaWidth * areaHeight <= Limits.VIDEO_PIXELS, "a video of too many pixels");
        require(end - from >= TAG_BYTES, "a video frame that stops");
        int tag = bytes[from] & 0xFF | (bytes[from + 1] & 0xFF) << 8 | (bytes[from + 2] & 0xFF) << 16;
        boolean key = (tag & 1) == 0;
        require((tag >> 1 & 7) == 0, "a video of another kind");
        require((tag >> 4 & 1) == 1, "a video frame that shows nothing");
        int head = key ? KEY_BYTES : TAG_BYTES;
        require(end - from >= head && tag >> 5 <= end - from - head, "a video frame that stops");
        if (key) {
            int start = (bytes[from + 3] & 0xFF) << 16 | (bytes[from + 4] & 0xFF) << 8 | bytes[from + 5] & 0xFF;
            require(start == START_CODE, "no video");
            // The upper two bits would ask for another scale.
            width = bytes[from + 6] & 0xFF | (bytes[from + 7] & 0xFF) << 8;
            height = bytes[from + 8] & 0xFF | (bytes[from + 9] & 0xFF) << 8;
        }
        require(width == areaWidth && height == areaHeight, "a video of another size, or without its beginning");
        return key;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, otherwise);
        }
    }
}
