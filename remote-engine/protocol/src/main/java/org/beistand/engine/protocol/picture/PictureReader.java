package org.beistand.engine.protocol.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;

/**
 * Paints picture payloads from an untrusted peer into a screen. Every number is checked before it is used, and memory
 * beyond the screen is one rectangle's scratch whatever the payload says. One thread at a time.
 */
public final class PictureReader implements AutoCloseable {

    private final Inflater inflater = new Inflater(true);
    private final Qoi qoi = new Qoi();
    private final byte[] chunks = new byte[Limits.RECTANGLE_PIXELS * Qoi.WORST_BYTES_PER_PIXEL + 1];
    private final PackedReader packed;

    /**
     * What a payload changed.
     *
     * @param number the picture's number
     * @param quiet whether nobody waits to hear that it was shown
     * @param areas painted rectangles, in order
     */
    public record Painted(long number, boolean quiet, List<Area> areas) {

        public Painted {
            areas = List.copyOf(areas);
        }
    }

    /** Refuses photographs and videos. */
    public PictureReader() {
        this((jpeg, width, height) -> new int[0]);
    }

    /** Refuses videos. */
    public PictureReader(PhotoDecoder photos) {
        this(photos, (frame, key, width, height) -> new int[0]);
    }

    public PictureReader(PhotoDecoder photos, VideoDecoder videos) {
        packed = new PackedReader(photos, videos);
    }

    /** The next payload is FULL: it needs no earlier one. */
    public void begin() {
        packed.begin();
    }

    /**
     * Paints one payload. When it is refused, rectangles before the bad one are painted already.
     *
     * @param payload position to limit; left unchanged
     * @param width pixels of a row of the screen
     * @param height rows of the screen
     * @param screen width times height pixels, {@code 0xFFRRGGBB} afterwards
     * @throws FrameRefused PROTOCOL_ERROR or TOO_LARGE, and nothing else
     */
    public Painted paint(ByteBuffer payload, int width, int height, int[] screen) {
        ByteBuffer in = payload.slice();
        require(in.remaining() >= Coder.PAYLOAD_HEADER_BYTES, "picture payload without header");
        long number = in.getLong();
        int count = Short.toUnsignedInt(in.getShort());
        require(number >= 1 && number <= Limits.SEQUENCE, "picture number out of range");
        if (count == Coder.PACKED || count == Coder.QUIET) {
            return new Painted(number, count == Coder.QUIET, packed.paint(in, width, height, screen));
        }
        if (count > Limits.RECTANGLES) {
            throw new FrameRefused(Status.TOO_LARGE, count + " rectangles");
        }
        require(in.remaining() >= count * Coder.RECTANGLE_HEADER_BYTES, "fewer rectangles than announced");
        List<Area> areas = new ArrayList<>(count);
        long covers = (long) width * height * Coder.MOST_COVERS;
        for (int index = 0; index < count; index++) {
            Area painted = paintRectangle(in, width, height, screen);
            covers -= painted.pixels();
            require(covers >= 0, "rectangles that cover the screen many times");
            areas.add(painted);
        }
        require(!in.hasRemaining(), "bytes behind the last rectangle");
        return new Painted(number, false, areas);
    }

    private Area paintRectangle(ByteBuffer in, int width, int height, int[] screen) {
        require(in.remaining() >= Coder.RECTANGLE_HEADER_BYTES, "rectangle without header");
        int x = Short.toUnsignedInt(in.getShort());
        int y = Short.toUnsignedInt(in.getShort());
        int w = Short.toUnsignedInt(in.getShort());
        int h = Short.toUnsignedInt(in.getShort());
        int coder = Byte.toUnsignedInt(in.get());
        int length = in.getInt();
        require(w >= 1 && h >= 1 && x + w <= width && y + h <= height, "rectangle outside the screen");
        require(length >= 0 && length <= in.remaining(), "rectangle longer than its payload");
        Area area = new Area(x, y, w, h);
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        switch (coder) {
            case Coder.SOLID -> paintSolid(content, area, width, screen);
            case Coder.COPY -> copy(content, area, width, height, screen);
            case Coder.QOI_DEFLATE -> paintDeflated(content, area, width, screen);
            default -> throw new FrameRefused(Status.PROTOCOL_ERROR, "unknown coder " + coder);
        }
        return area;
    }

    private static void paintSolid(ByteBuffer content, Area area, int stride, int[] screen) {
        require(content.remaining() == 3, "a colour has three bytes");
        int pixel = 0xFF000000 | (content.get(0) & 0xFF) << 16 | (content.get(1) & 0xFF) << 8 | content.get(2) & 0xFF;
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * stride + area.x();
            Arrays.fill(screen, start, start + area.width(), pixel);
        }
    }

    private static void copy(ByteBuffer content, Area area, int width, int height, int[] screen) {
        require(content.remaining() == 4, "a source has four bytes");
        int x = Short.toUnsignedInt(content.getShort());
        int y = Short.toUnsignedInt(content.getShort());
        require(x + area.width() <= width && y + area.height() <= height, "a source outside the screen");
        if (x != area.x() || y != area.y()) {
            new Move(area, x, y).apply(screen, width);
        }
    }

    private void paintDeflated(ByteBuffer content, Area area, int stride, int[] screen) {
        if (area.pixels() > Limits.RECTANGLE_PIXELS) {
            throw new FrameRefused(Status.TOO_LARGE, "rectangle of " + area.pixels() + " pixels");
        }
        int most = (int) area.pixels() * Qoi.WORST_BYTES_PER_PIXEL;
        inflater.reset();
        inflater.setInput(content);
        try {
            int length = inflater.inflate(chunks, 0, most + 1);
            require(length <= most && inflater.finished(), "more or fewer bytes than the rectangle's pixels");
            require(!content.hasRemaining(), "bytes behind the deflate stream");
            require(
                    qoi.decode(
                            chunks, length, screen, area.y() * stride + area.x(), stride, area.width(), area.height()),
                    "chunks do not make the rectangle");
        } catch (DataFormatException corrupt) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "corrupt deflate stream");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, otherwise);
        }
    }

    @Override
    public void close() {
        inflater.end();
        packed.close();
    }
}
