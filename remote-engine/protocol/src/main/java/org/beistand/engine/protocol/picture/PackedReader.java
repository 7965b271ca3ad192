package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.jspecify.annotations.Nullable;

/** Paints packed payloads from an untrusted peer. Needs zstd only when there is one. */
final class PackedReader implements AutoCloseable {

    private static final int VARINT_BYTES = 3;

    private final Qoi2 qoi = new Qoi2();
    private final PhotoDecoder photos;
    private final VideoDecoder videos;
    private final Vp8Shape video = new Vp8Shape();
    private @Nullable ZstdUnpacker unpacker;
    private byte[] content = new byte[0];
    private boolean begun;
    private int at;
    private int limit;

    PackedReader(PhotoDecoder photos, VideoDecoder videos) {
        this.photos = photos;
        this.videos = videos;
    }

    /** The next payload is FULL. */
    void begin() {
        begun = true;
        qoi.begin();
        video.begin();
        if (unpacker != null) {
            unpacker.begin();
        }
    }

    /** @param packed a piece of the stream: all behind the payload's header */
    List<Area> paint(ByteBuffer packed, int width, int height, int[] screen) {
        require(begun, "a packed picture before a full one");
        ZstdUnpacker stream = unpacker;
        if (stream == null) {
            stream = new ZstdUnpacker();
            unpacker = stream;
            content = new byte[Limits.PACKED_BYTES];
        }
        limit = stream.unpack(packed, content);
        at = 0;
        List<Area> areas = new ArrayList<>();
        long covers = (long) width * height * Coder.MOST_COVERS;
        while (at < limit) {
            if (content[at] == Coder.MORE) {
                at++;
                continue;
            }
            require(areas.size() < Limits.RECTANGLES, "too many rectangles");
            Area painted = paintRectangle(width, height, screen);
            covers -= painted.pixels();
            require(covers >= 0, "rectangles that cover the screen many times");
            areas.add(painted);
        }
        return areas;
    }

    private Area paintRectangle(int width, int height, int[] screen) {
        int coder = content[at++];
        int x = varint();
        int y = varint();
        int w = varint();
        int h = varint();
        require(w >= 1 && h >= 1 && x + w <= width && y + h <= height, "rectangle outside the screen");
        Area area = new Area(x, y, w, h);
        switch (coder) {
            case Coder.SOLID -> paintSolid(area, width, screen);
            case Coder.COPY -> copy(area, width, height, screen);
            case Coder.QOI2 -> {
                require(area.pixels() <= Limits.RECTANGLE_PIXELS, "rectangle of too many pixels");
                at = qoi.decode(content, at, limit, screen, y * width + x, width, w, h);
                require(at >= 0, "chunks do not make the rectangle");
            }
            case Coder.JPEG -> paint(photo(w, h), area, width, screen);
            case Coder.HALF_JPEG -> {
                int[] half = photo(HalfSize.of(w), HalfSize.of(h));
                paint(HalfSize.grow(half, w, h), area, width, screen);
            }
            case Coder.VIDEO -> paintVideo(area, width, screen);
            default -> throw new FrameRefused(Status.PROTOCOL_ERROR, "unknown coder " + coder);
        }
        return area;
    }

    private void paintSolid(Area area, int stride, int[] screen) {
        require(limit - at >= 3, "a colour has three bytes");
        int pixel = 0xFF000000 | (content[at] & 0xFF) << 16 | (content[at + 1] & 0xFF) << 8 | content[at + 2] & 0xFF;
        at += 3;
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * stride + area.x();
            Arrays.fill(screen, start, start + area.width(), pixel);
        }
    }

    private void copy(Area area, int width, int height, int[] screen) {
        int x = varint();
        int y = varint();
        require(x + area.width() <= width && y + area.height() <= height, "a source outside the screen");
        if (x != area.x() || y != area.y()) {
            new Move(area, x, y).apply(screen, width);
        }
    }

    private int[] photo(int width, int height) {
        int length = varint();
        require(length <= Limits.JPEG_BYTES && length <= limit - at, "a JPEG beyond the piece");
        JpegShape.check(content, at, at + length, width, height);
        int[] pixels = photos.decode(Arrays.copyOfRange(content, at, at + length), width, height);
        require(pixels.length == width * height, "a damaged JPEG");
        at += length;
        return pixels;
    }

    private void paintVideo(Area area, int stride, int[] screen) {
        int length = varint();
        require(length <= Limits.VIDEO_BYTES && length <= limit - at, "a video frame beyond the piece");
        boolean key = video.check(content, at, at + length, area.width(), area.height());
        int[] pixels = videos.decode(Arrays.copyOfRange(content, at, at + length), key, area.width(), area.height());
        require(pixels.length == area.pixels(), "a damaged video frame");
        at += length;
        paint(pixels, area, stride, screen);
    }

    private static void paint(int[] pixels, Area area, int stride, int[] screen) {
        for (int row = 0; row < area.height(); row++) {
            int start = (area.y() + row) * stride + area.x();
            for (int x = 0; x < area.width(); x++) {
                screen[start + x] = 0xFF000000 | pixels[row * area.width() + x];
            }
        }
    }

    private int varint() {
        int value = 0;
        for (int index = 0; index < VARINT_BYTES; index++) {
            require(at < limit, "a piece that stops within a rectangle");
            int next = content[at++];
            value |= (next & 0x7F) << 7 * index;
            if (next >= 0) {
                return value;
            }
        }
        throw new FrameRefused(Status.PROTOCOL_ERROR, "a number that is too long");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, otherwise);
        }
    }

    @Override
    public void close() {
        if (unpacker != null) {
            unpacker.close();
        }
    }
}
