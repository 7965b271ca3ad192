package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Deflater;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/**
 * Turns areas of a screen into picture payloads. Owns its buffers and its deflater and reuses them, so it belongs to one
 * thread at a time; close it to give the deflater's native memory back.
 *
 * <p>An area of any size is welcome: it is cut into bands that fit the limits. An area of one colour costs 16 bytes.
 */
public final class PictureWriter implements AutoCloseable {

    /** Takes one payload of a picture. */
    @FunctionalInterface
    public interface PayloadSink {

        /**
         * Called by {@link #write} on its thread, once for each payload and in order, the last time with {@code last}
         * true. The payload is valid until the call returns. What it throws ends the picture and reaches the caller.
         *
         * @param payload position to limit, to be sent behind a frame header
         * @param first whether it begins the picture (the place for the flag FULL)
         * @param last whether it ends the picture (the flag LAST)
         */
        void accept(ByteBuffer payload, boolean first, boolean last);
    }

    /** The fastest level: the QOI stream is already small, more effort costs twice the time for a tenth of the bytes. */
    private static final int LEVEL = 1;

    private static final int MOST_PAYLOAD_BYTES = Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final Qoi qoi = new Qoi();
    private final byte[] chunks = new byte[Limits.RECTANGLE_PIXELS * Qoi.WORST_BYTES_PER_PIXEL];
    private final ByteBuffer payload;
    private int rectangles;
    private boolean first = true;

    /** A writer of payloads that fit the largest frame, sealed. */
    public PictureWriter() {
        this(MOST_PAYLOAD_BYTES);
    }

    /** A writer of smaller payloads; at least 300 KiB, so that a band of noise fits. */
    public PictureWriter(int maxPayloadBytes) {
        if (maxPayloadBytes < 300 << 10 || maxPayloadBytes > MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("payloads of " + maxPayloadBytes + " bytes");
        }
        payload = ByteBuffer.allocate(maxPayloadBytes);
    }

    /**
     * Writes one picture. Without areas it is one payload without rectangles: it still counts as a picture.
     *
     * @param picture its number, 1 to {@link Limits#SEQUENCE}
     * @param pixels the whole screen, {@code 0x??RRGGBB}, row by row
     * @param stride pixels from one row to the next
     * @param areas what to send of it, within the screen
     * @param sink takes the payloads
     */
    public void write(long picture, int[] pixels, int stride, List<Area> areas, PayloadSink sink) {
        first = true;
        begin(picture);
        for (Area area : areas) {
            int offset = area.y() * stride + area.x();
            if (isSolid(pixels, offset, stride, area.width(), area.height())) {
                makeRoom(picture, Coder.RECTANGLE_HEADER_BYTES + 3, sink);
                writeSolid(area, pixels[offset]);
            } else {
                writeBands(picture, pixels, stride, area, sink);
            }
        }
        finish(sink, true);
    }

    private void writeBands(long picture, int[] pixels, int stride, Area area, PayloadSink sink) {
        int bandHeight = Math.max(1, Limits.RECTANGLE_PIXELS / area.width());
        for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; y += bandHeight) {
            Area band = new Area(area.x(), y, area.width(), Math.min(bandHeight, bottom - y));
            int length = qoi.encode(pixels, band.y() * stride + band.x(), stride, band.width(), band.height(), chunks);
            makeRoom(picture, Coder.RECTANGLE_HEADER_BYTES, sink);
            if (!writeDeflated(band, length)) {
                finish(sink, false);
                begin(picture);
                if (!writeDeflated(band, length)) {
                    throw new IllegalStateException("a band of " + band.pixels() + " pixels does not fit a payload");
                }
            }
        }
    }

    private void begin(long picture) {
        payload.clear();
        payload.putLong(picture).putShort((short) 0);
        rectangles = 0;
    }

    private void makeRoom(long picture, int bytes, PayloadSink sink) {
        if (payload.remaining() < bytes || rectangles == Limits.RECTANGLES) {
            finish(sink, false);
            begin(picture);
        }
    }

    private void finish(PayloadSink sink, boolean last) {
        payload.putShort(Long.BYTES, (short) rectangles);
        boolean begins = first;
        first = false;
        sink.accept(payload.flip(), begins, last);
    }

    private void writeSolid(Area area, int pixel) {
        writeRectangle(area, Coder.SOLID, 3);
        payload.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        rectangles++;
    }

    /** Writes the band, or writes nothing and says false when it does not fit. */
    private boolean writeDeflated(Area band, int length) {
        int start = payload.position();
        if (payload.remaining() <= Coder.RECTANGLE_HEADER_BYTES || rectangles == Limits.RECTANGLES) {
            return false;
        }
        deflater.reset();
        deflater.setInput(chunks, 0, length);
        deflater.finish();
        payload.position(start + Coder.RECTANGLE_HEADER_BYTES);
        int written = deflater.deflate(payload);
        payload.position(start);
        if (!deflater.finished()) {
            return false;
        }
        writeRectangle(band, Coder.QOI_DEFLATE, written);
        payload.position(payload.position() + written);
        rectangles++;
        return true;
    }

    private void writeRectangle(Area area, int coder, int length) {
        payload.putShort((short) area.x())
                .putShort((short) area.y())
                .putShort((short) area.width())
                .putShort((short) area.height())
                .put((byte) coder)
                .putInt(length);
    }

    private static boolean isSolid(int[] pixels, int offset, int stride, int width, int height) {
        int colour = pixels[offset] << 8;
        for (int row = 0, start = offset; row < height; row++, start += stride) {
            for (int index = start, end = start + width; index < end; index++) {
                if (pixels[index] << 8 != colour) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
