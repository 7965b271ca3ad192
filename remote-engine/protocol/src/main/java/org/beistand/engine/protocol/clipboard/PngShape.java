package org.beistand.engine.protocol.clipboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.beistand.engine.protocol.Limits;

/**
 * The gate before a PNG decoder: lets one well-formed PNG (third edition of its specification) of a bounded size pass,
 * cut down to the chunks that make its pixels, so that nothing in it unpacks to more than those. The viewer's is
 * core/clipboard/png.js.
 */
public final class PngShape {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    /** In a type's first byte: who does not know the chunk may leave it out. */
    private static final int ANCILLARY = 0x20000000;

    /** Length, type and checksum of a chunk. */
    private static final int AROUND = 12;

    private static final int HEADER_BYTES = 13;
    private static final int PALETTE_BYTES = 768;
    private static final int COLOUR_BYTES = 3;

    private static final int PALETTE = 3;

    /** Allowed bits a sample, by colour type: grey, colours, palette, grey and colours with alpha. */
    private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(
            0,
            Set.of(1, 2, 4, 8, 16),
            2,
            Set.of(8, 16),
            PALETTE,
            Set.of(1, 2, 4, 8),
            4,
            Set.of(8, 16),
            6,
            Set.of(8, 16));

    private final ByteBuffer png;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private int colourType;
    private boolean palette;
    private boolean transparency;
    private boolean data;
    private boolean dataOver;

    private PngShape(ByteBuffer png) {
        this.png = png;
    }

    /** @return the same picture with nothing but its pixels; empty: no PNG that may pass */
    public static Optional<byte[]> plain(byte[] bytes) {
        if (bytes.length < Long.BYTES || bytes.length > Limits.CLIPBOARD_IMAGE_BYTES) {
            return Optional.empty();
        }
        return new PngShape(ByteBuffer.wrap(bytes)).plain();
    }

    private Optional<byte[]> plain() {
        if (png.getLong() != SIGNATURE) {
            return Optional.empty();
        }
        plain.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
        for (boolean first = true; png.remaining() >= AROUND; first = false) {
            int length = png.getInt();
            if (length < 0 || length > png.remaining() - AROUND + Integer.BYTES) {
                return Optional.empty();
            }
            ByteBuffer chunk = png.slice(png.position() - Integer.BYTES, length + AROUND);
            png.position(png.position() + length + AROUND - Integer.BYTES);
            int type = chunk.getInt(Integer.BYTES);
            if (!isWhole(chunk, length) || first != (type == IHDR) || !take(type, chunk, length)) {
                return Optional.empty();
            }
            if (type == IEND) {
                boolean complete = length == 0 && data && !png.hasRemaining() && (colourType != PALETTE || palette);
                return complete ? Optional.of(plain.toByteArray()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(ByteBuffer chunk, int length) {
        CRC32 sum = new CRC32();
        sum.update(chunk.slice(Integer.BYTES, length + Integer.BYTES));
        return (int) sum.getValue() == chunk.getInt(length + 2 * Integer.BYTES);
    }

    /** @return whether a PNG may have this chunk here */
    private boolean take(int type, ByteBuffer chunk, int length) {
        dataOver |= data && type != IDAT;
        boolean fits = switch (type) {
            case IHDR -> header(chunk.slice(2 * Integer.BYTES, length));
            case PLTE -> !palette && !data && length > 0 && length <= PALETTE_BYTES && length % COLOUR_BYTES == 0;
            case TRNS -> !transparency && !data && length <= PALETTE_BYTES / COLOUR_BYTES;
            case IDAT -> !dataOver;
            case IEND -> true;
            default -> (type & ANCILLARY) != 0;
        };
        palette |= type == PLTE;
        transparency |= type == TRNS;
        data |= type == IDAT;
        if (type == IHDR || type == PLTE || type == TRNS || type == IDAT || type == IEND) {
            plain.write(chunk.array(), chunk.arrayOffset(), chunk.capacity());
        }
        return fits;
    }

    private boolean header(ByteBuffer header) {
        if (header.capacity() != HEADER_BYTES) {
            return false;
        }
        int width = header.getInt(0);
        int height = header.getInt(4);
        colourType = header.get(9);
        return width > 0
                && height > 0
                && (long) width * height <= Limits.CLIPBOARD_IMAGE_PIXELS
                && DEPTHS.getOrDefault(colourType, Set.of()).contains((int) header.get(8))
                && header.get(10) == 0
                && header.get(11) == 0
                && (header.get(12) & ~1) == 0;
    }
}
