package org.beistand.engine.protocol.picture;

import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;

/**
 * The gate before a JPEG decoder: lets only the kind of JPEG pass that docs/protocol.md describes, so that what decodes it
 * meets no size, turn or tint that the rectangle does not have. The viewer's is core/picture/jpeg-shape.js.
 */
public final class JpegShape {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int DQT = 0xDB;
    private static final int DHT = 0xC4;
    private static final int DRI = 0xDD;
    private static final int SOF0 = 0xC0;
    private static final int SOS = 0xDA;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int FRAME_BYTES = 17;
    private static final int SCAN_BYTES = 12;

    private final byte[] bytes;
    private final int end;
    private final int width;
    private final int height;
    private int at;

    private JpegShape(byte[] bytes, int from, int end, int width, int height) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.width = width;
        this.height = height;
    }

    /**
     * @param from where the JPEG begins
     * @param end where it ends
     * @param width of the rectangle it is for
     * @throws FrameRefused PROTOCOL_ERROR
     */
    public static void check(byte[] bytes, int from, int end, int width, int height) {
        require((long) width * height <= Limits.JPEG_PIXELS, "a JPEG of too many pixels");
        new JpegShape(bytes, from, end, width, height).check();
    }

    private void check() {
        require(marker() == SOI, "no JPEG");
        boolean framed = false;
        while (true) {
            int marker = marker();
            int length = u16(at);
            require(length >= 2 && length <= end - at, "a JPEG segment beyond the end");
            switch (marker) {
                case APP0, DQT, DHT, DRI -> at += length;
                case SOF0 -> {
                    require(!framed, "a second JPEG frame");
                    framed = true;
                    frame(length);
                }
                case SOS -> {
                    require(framed, "a JPEG scan before its frame");
                    scan(length);
                    return;
                }
                default -> throw refused("JPEG segment " + marker);
            }
        }
    }

    private void frame(int length) {
        require(length == FRAME_BYTES && u8(at + 2) == 8 && u8(at + 7) == 3, "a JPEG frame of another kind");
        require(u16(at + 3) == height && u16(at + 5) == width, "a JPEG of another size");
        int density = u8(at + 9);
        require((density & ~0x33) == 0 && density >> 4 != 0 && (density & 3) != 0, "a JPEG sampled otherwise");
        require(density >> 4 != 3 && (density & 3) != 3, "a JPEG sampled otherwise");
        require(u8(at + 12) == 0x11 && u8(at + 15) == 0x11, "a JPEG sampled otherwise");
        at += length;
    }

    private void scan(int length) {
        require(length == SCAN_BYTES && u8(at + 2) == 3, "a JPEG scan of another kind");
        require(u8(at + 9) == 0 && u8(at + 10) == 63 && u8(at + 11) == 0, "a JPEG scan of another kind");
        at += length;
        while (true) {
            while (u8(at) != 0xFF) {
                at++;
            }
            int marker = u8(at + 1);
            at += 2;
            if (marker == EOI) {
                require(at == end, "bytes behind a JPEG");
                return;
            }
            require(marker == 0 || marker >= RST0 && marker <= RST7, "a marker within a JPEG's scan");
        }
    }

    private int marker() {
        require(u8(at) == 0xFF, "no JPEG marker");
        int marker = u8(at + 1);
        at += 2;
        return marker;
    }

    private int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    private int u8(int index) {
        require(index < end, "a JPEG that stops");
        return bytes[index] & 0xFF;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static FrameRefused refused(String why) {
        return new FrameRefused(Status.PROTOCOL_ERROR, why);
    }
}
