package org.beistand.engine.protocol.picture;

/** The byte before each rectangle's content, and what else both ends of a payload agree on. Numbers are never reused. */
final class Coder {

    /** No rectangle, in packed payloads only: a later picture brings what this one lacks. */
    static final int MORE = 0;

    /** Content: red, green, blue. */
    static final int SOLID = 1;

    /** Content: raw deflate of the QOI chunk stream. */
    static final int QOI_DEFLATE = 2;

    /** Content: where on the screen the pixels are already. */
    static final int COPY = 3;

    /** Content: QOI2 chunks; in packed payloads only. */
    static final int QOI2 = 4;

    /** Content: length as varint, and a JPEG of the kind that {@link JpegShape} lets pass; in packed payloads only. */
    static final int JPEG = 5;

    /** Content: length as varint, and a frame of VP8 of the kind that {@link Vp8Shape} lets pass; in packed payloads only. */
    static final int VIDEO = 6;

    /** As {@link #JPEG}, the JPEG being of {@link HalfSize} of the rectangle; in packed payloads only. */
    static final int HALF_JPEG = 7;

    /** In the place of the number of rectangles: the rest is a piece of the viewer's zstd stream. */
    static final int PACKED = 65_535;

    /** Like {@link #PACKED}, and nobody waits to hear that the picture was shown. */
    static final int QUIET = 65_534;

    /** Where a payload says how many rectangles it has. */
    static final int COUNT_OFFSET = 8;

    /** Bytes before a payload's rectangles: picture number and count. */
    static final int PAYLOAD_HEADER_BYTES = 10;

    /** Bytes before a rectangle's content: x, y, width, height, coder, length. */
    static final int RECTANGLE_HEADER_BYTES = 13;

    /** Coder, four varints of at most three bytes, and two more for a copy or one for a length. */
    static final int PACKED_HEADER_BYTES = 1 + 6 * 3;

    /** The largest window of a packed stream, as a power of two: what every viewer has to keep. */
    static final int WINDOW_LOG = 23;

    /** How often the rectangles of one payload may cover the screen: copies cost few bytes and much work. */
    static final int MOST_COVERS = 4;

    private Coder() {}
}
