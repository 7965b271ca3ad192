package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.engine.protocol.FrameHeader;
import org.beistand.engine.protocol.Limits;

/**
 * Packed pictures: QOI2 in one zstd stream that remembers the last megabytes of what it has said. Every payload that it
 * has made must reach the viewer, in order; when one cannot, {@link #begin} starts afresh.
 */
public final class PackedWriter implements PictureEncoder {

    /** A band can be left for the next picture as a whole only, so it is no more than a modem sends in a blink. */
    private static final int BAND_PIXELS = 1 << 15;

    /** A JPEG has some hundred bytes of tables; on a thin path a band is also what comes at once. */
    private static final int PHOTO_BAND_PIXELS = 1 << 18;

    /** In half the size a decoder's own beginning would be most of its time otherwise. */
    private static final int HALF_BAND_PIXELS = 1 << 19;

    /** A viewer decodes the photographs of a payload side by side, and those of the next ones while they are coded. */
    private static final int PHOTO_PAYLOAD_PIXELS = 1 << 20;

    /** A band that ends elsewhere would code pixels twice. */
    private static final int JPEG_BLOCK = 16;

    private static final double FIRST_RATIO = 0.5;

    /** How fast the ratio follows. */
    private static final double LEARNING = 0.3;

    private final Optional<PhotoCoder> photoCoder;
    private final Optional<VideoCoder> videoCoder;
    private final ZstdPacker packer = new ZstdPacker(Limits.PACKED_BYTES);
    private final Qoi2 qoi = new Qoi2();
    private final Tally tally = new Tally();
    private final byte[] content = new byte[Limits.PACKED_BYTES];
    private final ByteBuffer payload = ByteBuffer.allocate(Limits.FRAME_BYTES - FrameHeader.BYTES - Limits.SEAL_BYTES);
    private int[] shrunk = {};
    private double ratio = FIRST_RATIO;
    private int at;

    /** Of these bytes so many do not become fewer. */
    private int asItIs;

    /** Of the payload that is being filled. */
    private long photoPixels;

    private boolean some;
    private int rectangles;
    private long written;
    private boolean first;

    /** Everything goes without loss. */
    public PackedWriter() {
        this(Optional.empty(), Optional.empty());
    }

    /**
     * @param photoCoder for a viewer that takes its work; becomes this writer's
     * @param videoCoder for a viewer that takes its work; becomes this writer's
     */
    public PackedWriter(Optional<PhotoCoder> photoCoder, Optional<VideoCoder> videoCoder) {
        this.photoCoder = photoCoder;
        this.videoCoder = videoCoder;
    }

    /** Whether this machine can write packed pictures. */
    public static boolean isAvailable() {
        return ZstdPacker.isAvailable();
    }

    /**
     * Makes a picture of one payload quiet: its viewer paints it and says nothing (feature {@code screen.quiet}).
     *
     * @param payload as the sink was given it, before it is sent
     */
    public static void quieten(ByteBuffer payload) {
        payload.putShort(payload.position() + Coder.COUNT_OFFSET, (short) Coder.QUIET);
    }

    @Override
    public void begin() {
        packer.begin();
        qoi.begin();
        videoCoder.ifPresent(VideoCoder::begin);
    }

    @Override
    public List<Area> write(long picture, Raster screen, PictureContent content, long mostBytes, PayloadSink sink) {
        first = true;
        at = 0;
        asItIs = 0;
        photoPixels = 0;
        rectangles = 0;
        written = 0;
        some = false;
        for (Move move : content.moves()) {
            makeRoom(0, picture, sink);
            copy(move);
        }
        List<Area> left = new ArrayList<>();
        for (Area area : content.exact()) {
            writeExact(area, screen, picture, mostBytes, sink).ifPresent(left::add);
        }
        for (Area area : content.photos()) {
            writePhoto(area, content.half(), screen, picture, mostBytes, sink).ifPresent(left::add);
        }
        content.film()
                .flatMap(area -> writeVideo(area, screen, picture, mostBytes, sink))
                .ifPresent(left::add);
        if (!left.isEmpty() || content.lacks()) {
            makeRoom(1, picture, sink);
            this.content[at++] = Coder.MORE;
        }
        flush(picture, sink, true);
        return left;
    }

    /** @return what was left of the area */
    private Optional<Area> writeExact(Area area, Raster screen, long picture, long mostBytes, PayloadSink sink) {
        int bandHeight = Math.max(1, BAND_PIXELS / area.width());
        for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; y += bandHeight) {
            if (isEnough(mostBytes)) {
                return Optional.of(new Area(area.x(), y, area.width(), bottom - y));
            }
            Area band = new Area(area.x(), y, area.width(), Math.min(bandHeight, bottom - y));
            makeRoom((int) band.pixels() * Qoi2.WORST_BYTES_PER_PIXEL, picture, sink);
            encode(band, screen);
        }
        return Optional.empty();
    }

    /** @return what was left of the area */
    private Optional<Area> writePhoto(
            Area area, boolean half, Raster screen, long picture, long mostBytes, PayloadSink sink) {
        if (photoCoder.isEmpty()) {
            return writeExact(area, screen, picture, mostBytes, sink);
        }
        int block = half ? 2 * JPEG_BLOCK : JPEG_BLOCK;
        int bandPixels = half ? HALF_BAND_PIXELS : PHOTO_BAND_PIXELS;
        int bandHeight = Math.max(1, bandPixels / area.width() / block) * block;
        for (int y = area.y(), bottom = area.y() + area.height(); y < bottom; y += bandHeight) {
            if (isEnough(mostBytes)) {
                return Optional.of(new Area(area.x(), y, area.width(), bottom - y));
            }
            Area band = new Area(area.x(), y, area.width(), Math.min(bandHeight, bottom - y));
            long begun = System.nanoTime();
            ByteBuffer jpeg = half
                    ? inHalf(photoCoder.get(), screen, band)
                    : photoCoder.get().encode(screen, band);
            if (!jpeg.hasRemaining() || jpeg.remaining() > Limits.JPEG_BYTES) {
                writeExact(band, screen, picture, Long.MAX_VALUE, sink);
                continue;
            }
            if (photoPixels + band.pixels() > PHOTO_PAYLOAD_PIXELS) {
                flush(picture, sink, false);
            }
            makeRoom(jpeg.remaining(), picture, sink);
            coded(half ? Coder.HALF_JPEG : Coder.JPEG, band, jpeg, begun);
            photoPixels += band.pixels();
        }
        return Optional.empty();
    }

    private ByteBuffer inHalf(PhotoCoder coder, Raster screen, Area band) {
        Raster half = HalfSize.shrink(screen, band, shrunk);
        shrunk = half.pixels();
        return coder.encode(half, new Area(0, 0, HalfSize.of(band.width()), HalfSize.of(band.height())));
    }

    /** @return the area, when it was left */
    private Optional<Area> writeVideo(Area area, Raster screen, long picture, long mostBytes, PayloadSink sink) {
        if (videoCoder.isEmpty()) {
            return writePhoto(area, false, screen, picture, mostBytes, sink);
        }
        if (isEnough(mostBytes)) {
            return Optional.of(area);
        }
        long begun = System.nanoTime();
        ByteBuffer frame = videoCoder.get().encode(screen, area, mostBytes - written - asItIs);
        if (!frame.hasRemaining() || frame.remaining() > Limits.VIDEO_BYTES) {
            videoCoder.get().begin();
            return writePhoto(area, false, screen, picture, mostBytes, sink);
        }
        makeRoom(frame.remaining(), picture, sink);
        coded(Coder.VIDEO, area, frame, begun);
        return Optional.empty();
    }

    /** Something is always written. */
    private boolean isEnough(long mostBytes) {
        boolean enough = some && written + asItIs + (at - asItIs) * ratio >= mostBytes;
        some = true;
        return enough;
    }

    private void coded(int coder, Area area, ByteBuffer bytes, long begun) {
        int start = at;
        putHeader(coder, area);
        putVarint(bytes.remaining());
        int length = bytes.remaining();
        bytes.get(content, at, length);
        at += length;
        asItIs += length;
        tally.rectangle(coder, area.pixels(), at - start, System.nanoTime() - begun);
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
        if (at > 0 && asItIs == 0) {
            ratio += LEARNING * ((double) payload.remaining() / at - ratio);
        }
        written += payload.remaining();
        at = 0;
        asItIs = 0;
        photoPixels = 0;
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
        photoCoder.ifPresent(PhotoCoder::close);
        videoCoder.ifPresent(VideoCoder::close);
    }
}
