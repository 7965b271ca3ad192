package org.beistand.engine.protocol.picture;

/** The byte before each rectangle's content. Numbers are never reused; 3 (COPY) is reserved. */
final class Coder {

    /** Content: red, green, blue. */
    static final int SOLID = 1;

    /** Content: raw deflate of the QOI chunk stream. */
    static final int QOI_DEFLATE = 2;

    /** Bytes before a payload's rectangles: picture number and count. */
    static final int PAYLOAD_HEADER_BYTES = 10;

    /** Bytes before a rectangle's content: x, y, width, height, coder, length. */
    static final int RECTANGLE_HEADER_BYTES = 13;

    private Coder() {}
}
