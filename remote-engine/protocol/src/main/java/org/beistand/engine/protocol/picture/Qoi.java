package org.beistand.engine.protocol.picture;

import java.util.Arrays;

/**
 * The QOI chunk stream (qoiformat.org, specification of 2022-01-05) without header and end marker, alpha always 255.
 * Pixels are {@code 0x??RRGGBB}; the highest byte is ignored when reading and 255 when writing.
 */
final class Qoi {

    /** Most bytes of one pixel: the tag and three colours. */
    static final int WORST_BYTES_PER_PIXEL = 4;

    private static final int OPAQUE = 0xFF000000;
    private static final int TAG_DIFF = 0x40;
    private static final int TAG_LUMA = 0x80;
    private static final int TAG_RUN = 0xC0;
    private static final int TAG_RGB = 0xFE;
    private static final int TAG_RGBA = 0xFF;
    private static final int LONGEST_RUN = 62;
    private static final int SEEN = 64;

    private final int[] seen = new int[SEEN];

    /**
     * Writes the chunks of a rectangle, row by row.
     *
     * @param offset index of the first pixel
     * @param stride pixels from one row to the next
     * @param out at least {@link #WORST_BYTES_PER_PIXEL} per pixel
     * @return bytes written
     */
    int encode(int[] pixels, int offset, int stride, int width, int height, byte[] out) {
        Arrays.fill(seen, 0);
        int at = 0;
        int run = 0;
        int previous = OPAQUE;
        for (int row = 0, start = offset; row < height; row++, start += stride) {
            for (int index = start, end = start + width; index < end; index++) {
                int pixel = pixels[index] | OPAQUE;
                if (pixel == previous) {
                    if (++run == LONGEST_RUN) {
                        out[at++] = (byte) (TAG_RUN | LONGEST_RUN - 1);
                        run = 0;
                    }
                    continue;
                }
                if (run > 0) {
                    out[at++] = (byte) (TAG_RUN | run - 1);
                    run = 0;
                }
                at = encodeChange(pixel, previous, out, at);
                previous = pixel;
            }
        }
        if (run > 0) {
            out[at++] = (byte) (TAG_RUN | run - 1);
        }
        return at;
    }

    private int encodeChange(int pixel, int previous, byte[] out, int start) {
        int at = start;
        int slot = slot(pixel);
        if (seen[slot] == pixel) {
            out[at++] = (byte) slot;
            return at;
        }
        seen[slot] = pixel;
        int red = (byte) ((pixel >> 16) - (previous >> 16));
        int green = (byte) ((pixel >> 8) - (previous >> 8));
        int blue = (byte) (pixel - previous);
        int redByGreen = red - green;
        int blueByGreen = blue - green;
        if ((red + 2 | green + 2 | blue + 2) >>> 2 == 0) {
            out[at++] = (byte) (TAG_DIFF | red + 2 << 4 | green + 2 << 2 | blue + 2);
        } else if (green + 32 >>> 6 == 0 && (redByGreen + 8 | blueByGreen + 8) >>> 4 == 0) {
            out[at++] = (byte) (TAG_LUMA | green + 32);
            out[at++] = (byte) (redByGreen + 8 << 4 | blueByGreen + 8);
        } else {
            out[at++] = (byte) TAG_RGB;
            out[at++] = (byte) (pixel >> 16);
            out[at++] = (byte) (pixel >> 8);
            out[at++] = (byte) pixel;
        }
        return at;
    }

    /**
     * Paints the chunks of a rectangle. Never reads beyond {@code length} nor paints outside the rectangle.
     *
     * @return true when the chunks are exactly the rectangle's pixels, no fewer, no more
     */
    boolean decode(byte[] chunks, int length, int[] pixels, int offset, int stride, int width, int height) {
        Arrays.fill(seen, 0);
        int at = 0;
        int run = 0;
        int pixel = OPAQUE;
        for (int row = 0, start = offset; row < height; row++, start += stride) {
            for (int index = start, end = start + width; index < end; index++) {
                if (run > 0) {
                    run--;
                } else {
                    if (at >= length) {
                        return false;
                    }
                    int tag = Byte.toUnsignedInt(chunks[at++]);
                    int extra = extraBytes(tag);
                    if (at + extra > length || tag == TAG_RGBA) {
                        return false;
                    }
                    if (tag >= TAG_RUN && tag < TAG_RGB) {
                        run = tag & 0x3F;
                    } else {
                        pixel = decodeChange(tag, chunks, at, pixel);
                    }
                    at += extra;
                    seen[slot(pixel)] = pixel;
                }
                pixels[index] = pixel;
            }
        }
        return at == length && run == 0;
    }

    private int decodeChange(int tag, byte[] chunks, int at, int previous) {
        if (tag == TAG_RGB) {
            return OPAQUE | (chunks[at] & 0xFF) << 16 | (chunks[at + 1] & 0xFF) << 8 | chunks[at + 2] & 0xFF;
        }
        if (tag < TAG_DIFF) {
            return seen[tag] | OPAQUE; // a slot never filled is transparent black; ours has no transparency
        }
        if (tag < TAG_LUMA) {
            return changed(previous, (tag >> 4 & 3) - 2, (tag >> 2 & 3) - 2, (tag & 3) - 2);
        }
        int green = (tag & 0x3F) - 32;
        int second = chunks[at] & 0xFF;
        return changed(previous, green + (second >> 4) - 8, green, green + (second & 15) - 8);
    }

    private static int changed(int pixel, int red, int green, int blue) {
        return OPAQUE | ((pixel >> 16) + red & 0xFF) << 16 | ((pixel >> 8) + green & 0xFF) << 8 | pixel + blue & 0xFF;
    }

    private static int extraBytes(int tag) {
        if (tag == TAG_RGB) {
            return 3;
        }
        return tag >= TAG_LUMA && tag < TAG_RUN ? 1 : 0;
    }

    private static int slot(int pixel) {
        return (pixel >> 16 & 0xFF) * 3 + (pixel >> 8 & 0xFF) * 5 + (pixel & 0xFF) * 7 + 255 * 11 & SEEN - 1;
    }
}
