package org.beistand.engine.protocol.picture;

import java.util.Arrays;

/**
 * The chunks of docs/protocol.md, "QOI2": QOI's colours and differences with runs of the row above. Its seen colours and
 * its last pixel go on from rectangle to rectangle, so an instance belongs to one stream. Pixels are {@code 0x??RRGGBB};
 * the highest byte is ignored when reading and 255 when writing.
 */
final class Qoi2 {

    /** Most bytes of one pixel: the tag and three colours. */
    static final int WORST_BYTES_PER_PIXEL = 4;

    private static final int OPAQUE = 0xFF000000;
    private static final int TAG_DIFF = 0x40;
    private static final int TAG_LUMA = 0x80;
    private static final int TAG_RUN = 0xC0;
    private static final int TAG_ABOVE = 0xE0;
    private static final int TAG_RGB = 0xFE;
    private static final int TAG_NEVER = 0xFF;

    /** Runs by their tag alone; one byte and two bytes more follow for longer ones. */
    private static final int SHORT_RUN = 30;

    private static final int SHORT_ABOVE = 28;
    private static final int BYTE_RUN = 256;
    private static final int LONGEST_RUN = SHORT_RUN + BYTE_RUN + 65_536;
    private static final int LONGEST_ABOVE = SHORT_ABOVE + BYTE_RUN + 65_536;

    private static final int SEEN = 64;

    private final int[] seen = new int[SEEN];
    private int last;

    private byte[] out = new byte[0];
    private int at;

    Qoi2() {
        begin();
    }

    /** As at the beginning of a stream. */
    void begin() {
        Arrays.fill(seen, OPAQUE);
        last = OPAQUE;
    }

    /**
     * Writes the chunks of a rectangle, row by row.
     *
     * @param offset index of the first pixel
     * @param stride pixels from one row to the next
     * @param into at least {@link #WORST_BYTES_PER_PIXEL} per pixel from {@code start} on
     * @return index behind the last byte written
     */
    int encode(int[] pixels, int offset, int stride, int width, int height, byte[] into, int start) {
        out = into;
        at = start;
        int run = 0;
        int above = 0;
        for (int row = 0, first = offset; row < height; row++, first += stride) {
            int end = first + width;
            int index = first;
            while (index < end) {
                int asAbove = row > 0 && run == 0 ? sameAsAbove(pixels, index, end, stride) : 0;
                if (above > 0 && asAbove == 0) {
                    putAbove(above);
                    above = 0;
                    last = pixels[index > first ? index - 1 : index - 1 + width - stride] | OPAQUE;
                }
                int asLast = above > 0 || asAbove == end - index ? 0 : sameAsLast(pixels, index, end, last);
                if (run > 0 && asLast == 0) {
                    putRun(run);
                    run = 0;
                    continue;
                }
                if (asAbove > asLast || above > 0) {
                    above += asAbove;
                    index += asAbove;
                } else if (asLast > 0) {
                    run += asLast;
                    index += asLast;
                } else {
                    putChange(pixels[index++] | OPAQUE);
                }
            }
        }
        if (above > 0) {
            putAbove(above);
            last = pixels[offset + (height - 1) * stride + width - 1] | OPAQUE;
        } else if (run > 0) {
            putRun(run);
        }
        return at;
    }

    /** How many pixels from here to the row's end are as in the row above. */
    private static int sameAsAbove(int[] pixels, int from, int end, int stride) {
        int index = from;
        while (index < end) {
            if ((pixels[index] ^ pixels[index - stride]) << 8 != 0) {
                break;
            }
            int equal = Arrays.mismatch(pixels, index, end, pixels, index - stride, end - stride);
            if (equal < 0) {
                return end - from;
            }
            index += Math.max(equal, 1); // they may differ in the highest byte only
        }
        return index - from;
    }

    private static int sameAsLast(int[] pixels, int from, int end, int last) {
        int index = from;
        while (index < end && (pixels[index] ^ last) << 8 == 0) {
            index++;
        }
        return index - from;
    }

    private void putRun(int length) {
        putLength(length, LONGEST_RUN, TAG_RUN, SHORT_RUN);
    }

    private void putAbove(int length) {
        putLength(length, LONGEST_ABOVE, TAG_ABOVE, SHORT_ABOVE);
    }

    private void putLength(int length, int longest, int tag, int shortest) {
        int left = length;
        for (; left > longest; left -= longest) {
            put(tag + shortest + 1);
            put(0xFF);
            put(0xFF);
        }
        if (left <= shortest) {
            put(tag + left - 1);
        } else if (left <= shortest + BYTE_RUN) {
            put(tag + shortest);
            put(left - shortest - 1);
        } else {
            put(tag + shortest + 1);
            put(left - shortest - BYTE_RUN - 1 >> 8);
            put(left - shortest - BYTE_RUN - 1);
        }
    }

    private void put(int value) {
        out[at++] = (byte) value;
    }

    private void putChange(int pixel) {
        int slot = slot(pixel);
        if (seen[slot] == pixel) {
            put(slot);
            last = pixel;
            return;
        }
        seen[slot] = pixel;
        int red = (byte) ((pixel >> 16) - (last >> 16));
        int green = (byte) ((pixel >> 8) - (last >> 8));
        int blue = (byte) (pixel - last);
        int redByGreen = red - green;
        int blueByGreen = blue - green;
        if ((red + 2 | green + 2 | blue + 2) >>> 2 == 0) {
            put(TAG_DIFF | red + 2 << 4 | green + 2 << 2 | blue + 2);
        } else if (green + 32 >>> 6 == 0 && (redByGreen + 8 | blueByGreen + 8) >>> 4 == 0) {
            put(TAG_LUMA | green + 32);
            put(redByGreen + 8 << 4 | blueByGreen + 8);
        } else {
            put(TAG_RGB);
            put(pixel >> 16);
            put(pixel >> 8);
            put(pixel);
        }
        last = pixel;
    }

    /**
     * Paints the chunks of a rectangle. Never reads beyond {@code limit} nor paints outside the rectangle.
     *
     * @return index behind the rectangle's last byte; negative when the chunks do not make the rectangle
     */
    int decode(byte[] in, int start, int limit, int[] pixels, int offset, int stride, int width, int height) {
        int count = width * height;
        int from = start;
        int done = 0;
        while (done < count) {
            if (from >= limit) {
                return -1;
            }
            int tag = Byte.toUnsignedInt(in[from++]);
            int extra = extraBytes(tag);
            if (from + extra > limit || tag == TAG_NEVER) {
                return -1;
            }
            if (tag >= TAG_RUN && tag < TAG_RGB) {
                boolean above = tag >= TAG_ABOVE;
                int length = above
                        ? length(tag - TAG_ABOVE, SHORT_ABOVE, in, from)
                        : length(tag - TAG_RUN, SHORT_RUN, in, from);
                if (length > count - done || above && done < width) {
                    return -1;
                }
                repeat(above, length, done, pixels, offset, stride, width);
                done += length;
            } else {
                last = changed(tag, in, from);
                pixels[offset + done / width * stride + done % width] = last;
                done++;
            }
            from += extra;
        }
        return from;
    }

    private void repeat(boolean above, int length, int done, int[] pixels, int offset, int stride, int width) {
        int left = length;
        int next = done;
        while (left > 0) {
            int column = next % width;
            int index = offset + next / width * stride + column;
            int part = Math.min(left, width - column);
            if (above) {
                System.arraycopy(pixels, index - stride, pixels, index, part);
                last = pixels[index + part - 1] | OPAQUE;
            } else {
                Arrays.fill(pixels, index, index + part, last);
            }
            next += part;
            left -= part;
        }
    }

    private static int length(int step, int shortest, byte[] in, int at) {
        if (step < shortest) {
            return step + 1;
        }
        if (step == shortest) {
            return shortest + 1 + (in[at] & 0xFF);
        }
        return shortest + BYTE_RUN + 1 + ((in[at] & 0xFF) << 8 | in[at + 1] & 0xFF);
    }

    private int changed(int tag, byte[] in, int at) {
        if (tag < TAG_DIFF) {
            return seen[tag];
        }
        int pixel;
        if (tag == TAG_RGB) {
            pixel = OPAQUE | (in[at] & 0xFF) << 16 | (in[at + 1] & 0xFF) << 8 | in[at + 2] & 0xFF;
        } else if (tag < TAG_LUMA) {
            pixel = changed((tag >> 4 & 3) - 2, (tag >> 2 & 3) - 2, (tag & 3) - 2);
        } else {
            int green = (tag & 0x3F) - 32;
            int second = in[at] & 0xFF;
            pixel = changed(green + (second >> 4) - 8, green, green + (second & 15) - 8);
        }
        seen[slot(pixel)] = pixel;
        return pixel;
    }

    private int changed(int red, int green, int blue) {
        return OPAQUE | ((last >> 16) + red & 0xFF) << 16 | ((last >> 8) + green & 0xFF) << 8 | last + blue & 0xFF;
    }

    private static int extraBytes(int tag) {
        if (tag == TAG_RGB) {
            return 3;
        }
        if (tag >= TAG_LUMA && tag < TAG_RUN || tag == TAG_RUN + SHORT_RUN || tag == TAG_ABOVE + SHORT_ABOVE) {
            return 1;
        }
        return tag == TAG_RUN + SHORT_RUN + 1 || tag == TAG_ABOVE + SHORT_ABOVE + 1 ? 2 : 0;
    }

    private static int slot(int pixel) {
        return (pixel >> 16 & 0xFF) * 3 + (pixel >> 8 & 0xFF) * 5 + (pixel & 0xFF) * 7 & SEEN - 1;
    }
}
