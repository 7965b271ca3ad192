package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/**
 * Turns areas of a screen into picture payloads. Owns its buffers and its deflater and reuses them, so it belongs to one
 * thread at a time; close it to give the deflater's native memory back.
 *
 * <p>An area of any size is welcome: it is cut into bands that fit the limits. An area of one colour costs 16 bytes.
 */
public final class PictureWriter implements PictureEncoder {

    /** The fastest level: the QOI stream is already small, more effort costs twice the time for a tenth of the bytes. */
    private static final int LEVEL = 1;

    private static final int MOST_PAYLOAD_BYTES = Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final Qoi qoi = new Qoi();
    private final byte[] chunks = new byte[Limits.RECTANGLE_PIXELS * Qoi.WORST_BYTES_PER_PIXEL];
    private final Tally tally = new Tally();
    private final ByteBuffer payload;
    private long written;
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

    /** A viewer needs nothing of an earlier picture anyway. */
    @Override
    public void begin() {
        deflater.reset();
    }

    /** Writes these areas as one picture, however large it becomes. */
    public void write(long picture, int[] pixels, int stride, List<Area> areas, PayloadSink sink) {
        write(picture, new Raster(pixels, stride), List.of(), areas, Long.MAX_VALUE, sink);
    }

    @Override
    public List<Area> write(long picture, Raster screen, PictureContent content, long mostBytes, PayloadSink sink) {
        first = true;
        written = 0;
        begin(picture);
        for (Move move : content.moves()) {
            makeRoom(picture, Coder.RECTANGLE_HEADER_BYTES + 4, sink);
            writeMove(move);
        }
        List<Area> left = new ArrayList<>();
        boolean some = false;
        List<Area> areas = new ArrayList<>(content.exact());
        areas.addAll(content.photos());
        for (Area area : areas) {
            if (some && isEnough(mostBytes)) {
                left.add(area);
                continue;
            }
            some = true;
            int offset = area.y() * screen.stride() + area.x();
            if (isSolid(screen.pixels(), offset, screen.stride(), area.width(), area.height())) {
                makeRoom(picture, Coder.RECTANGLE_HEADER_BYTES + 3, sink);
                writeSolid(area, screen.pixels()[offset]);
            } else {
                writeBands(picture, screen, area, mostBytes, sink).ifPresent(left::add);
            }
        }
        finish(sink, true);
        return left;
    }

    private boolean isEnough(long mostBytes) {
        return written + payload.position() >= mostBytes;
    }

    /** @return what was left of the area */
    private Optional<Area> writeBands(long picture, Raster screen, Area area, long mostBytes, PayloadSink sink) {
        int bandHeight = Math.max(1, Limits.RECTANGLE_PIXELS / area.width());
        int stride = screen.stride();
        for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; y += bandHeight) {
            if (y > area.y() && isEnough(mostBytes)) {
                return Optional.of(new Area(area.x(), y, area.width(), bottom - y));
            }
            long begun = System.nanoTime();
            Area band = new Area(area.x(), y, area.width(), Math.min(bandHeight, bottom - y));
            int offset = band.y() * stride + band.x();
            int length = qoi.encode(screen.pixels(), offset, stride, band.width(), band.height(), chunks);
            makeRoom(picture, Coder.RECTANGLE_HEADER_BYTES, sink);
            if (!writeDeflated(band, length)) {
                finish(sink, false);
                begin(picture);
                if (!writeDeflated(band, length)) {
                    throw new IllegalStateException("a band of " + band.pixels() + " pixels does not fit a payload");
                }
            }
            tally.rectangle(Coder.QOI_DEFLATE, band.pixels(), length, System.nanoTime() - begun);
        }
        return Optional.empty();
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
        written += payload.position();
        tally.payload(payload.position(), 0);
        sink.accept(payload.flip(), begins, last);
    }

    private void writeSolid(Area area, int pixel) {
        writeRectangle(area, Coder.SOLID, 3);
        payload.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        rectangles++;
        tally.rectangle(Coder.SOLID, area.pixels(), Coder.RECTANGLE_HEADER_BYTES + 3, 0);
    }

    private void writeMove(Move move) {
        writeRectangle(move.to(), Coder.COPY, 4);
        payload.putShort((short) move.fromX()).putShort((short) move.fromY());
        rectangles++;
        tally.rectangle(Coder.COPY, move.to().pixels(), Coder.RECTANGLE_HEADER_BYTES + 4, 0);
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
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
