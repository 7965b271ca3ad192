package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/**
 * Packed pictures: QOI2 in one zstd stream that remembers the last megabytes of what it has said. Every payload that it
 * has made must reach the viewer, in order; when one cannot, {@link #begin} starts afresh.
 */
public final class PackedWriter implements PictureEncoder {

    /** A band can be left for the next picture as a whole only, so it is no more than a modem sends in a blink. */
    private static final int BAND_PIXELS = 1 << 15;

    private static final double FIRST_RATIO = 0.5;

    /** How fast the ratio follows. */
    private static final double LEARNING = 0.3;

    private final ZstdPacker packer = new ZstdPacker(Limits.PACKED_BYTES);
    private final Qoi2 qoi = new Qoi2();
    private final Tally tally = new Tally();
    private final byte[] content = new byte[Limits.PACKED_BYTES];
    private final ByteBuffer payload = ByteBuffer.allocate(Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES);
    private double ratio = FIRST_RATIO;
    private int at;
    private int rectangles;
    private long written;
    private boolean first;

    /** Whether this machine can write packed pictures. */
    public static boolean isAvailable() {
        return ZstdPacker.isAvailable();
    }

    @Override
    public void begin() {
        packer.begin();
        qoi.begin();
    }

    @Override
    public List<Area> write(
            long picture, Raster screen, List<Move> moves, List<Area> areas, long mostBytes, PayloadSink sink) {
        first = true;
        at = 0;
        rectangles = 0;
        written = 0;
        for (Move move : moves) {
            makeRoom(0, picture, sink);
            copy(move);
        }
        List<Area> left = new ArrayList<>();
        boolean some = false;
        for (Area area : areas) {
            int bandHeight = Math.max(1, BAND_PIXELS / area.width());
            for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; y += bandHeight) {
                if (some && written + at * ratio >= mostBytes) {
                    left.add(new Area(area.x(), y, area.width(), bottom - y));
                    break;
                }
                some = true;
                Area band = new Area(area.x(), y, area.width(), Math.min(bandHeight, bottom - y));
                makeRoom((int) band.pixels() * Qoi2.WORST_BYTES_PER_PIXEL, picture, sink);
                encode(band, screen);
            }
        }
        if (!left.isEmpty()) {
            makeRoom(1, picture, sink);
            content[at++] = Coder.MORE;
        }
        flush(picture, sink, true);
        return left;
    }

    private void encode(Area band, Raster screen) {
        long begun = System.nanoTime();
        int start = at;
        putHeader(Coder.QOI2, band);
        int offset = band.y() * screen.stride() + band.x();
        at = qoi.encode(screen.pixels(), offset, screen.stride(), band.width(), band.height(), content, at);
        tally.rectangle(Coder.QOI2, band.pixels(), at - start, System.nanoTime() - begun);
    }

    private void copy(Move move) {
        int start = at;
        putHeader(Coder.COPY, move.to());
        putVarint(move.fromX());
        putVarint(move.fromY());
        tally.rectangle(Coder.COPY, move.to().pixels(), at - start, 0);
    }

    private void putHeader(int coder, Area area) {
        content[at++] = (byte) coder;
        putVarint(area.x());
        putVarint(area.y());
        putVarint(area.width());
        putVarint(area.height());
        rectangles++;
    }

    private void putVarint(int value) {
        int left = value;
        for (; left > 0x7F; left >>>= 7) {
            content[at++] = (byte) (left | 0x80);
        }
        content[at++] = (byte) left;
    }

    private void makeRoom(int bytes, long picture, PayloadSink sink) {
        if (at + Coder.PACKED_HEADER_BYTES + bytes > content.length || rectangles == Limits.RECTANGLES) {
            flush(picture, sink, false);
        }
    }

    private void flush(long picture, PayloadSink sink, boolean last) {
        long begun = System.nanoTime();
        payload.clear().putLong(picture).putShort((short) Coder.PACKED);
        if (at > 0) {
            payload.put(packer.pack(content, at));
        }
        payload.flip();
        tally.payload(payload.remaining(), System.nanoTime() - begun);
        if (at > 0) {
            ratio += LEARNING * ((double) payload.remaining() / at - ratio);
        }
        written += payload.remaining();
        at = 0;
        rectangles = 0;
        boolean begins = first;
        first = false;
        sink.accept(payload, begins, last);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        packer.close();
    }
}
