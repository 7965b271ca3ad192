package org.beistand.applet.platform.photo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.CoderFacts;
import org.beistand.engine.protocol.picture.PhotoCoder;
import org.beistand.engine.protocol.picture.Raster;

/** JPEG by libjpeg-turbo, colours at half the density each way. */
final class LeptonicaCoder implements PhotoCoder {

    private static final CoderFacts FACTS = new CoderFacts("jpeg by libjpeg-turbo", false, 4.0);

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment picture = arena.allocate(ADDRESS);
    private final MemorySegment data = arena.allocate(ADDRESS);
    private final MemorySegment size = arena.allocate(JAVA_LONG);
    private ByteBuffer jpeg = ByteBuffer.allocate(0);

    @Override
    public CoderFacts facts() {
        return FACTS;
    }

    @Override
    public ByteBuffer encode(Raster screen, Area area) {
        MemorySegment made = Leptonica.create(area.width(), area.height());
        if (made.address() == 0) {
            return jpeg.clear().limit(0);
        }
        picture.set(ADDRESS, 0, made);
        try {
            fill(Leptonica.pixels(made, (long) area.width() * area.height()), screen, area);
            data.set(ADDRESS, 0, MemorySegment.NULL);
            boolean done = Leptonica.writeJpeg(data, size, made, JpegPhotos.QUALITY);
            return take(done);
        } finally {
            Leptonica.destroy(picture);
        }
    }

    private static void fill(MemorySegment pixels, Raster screen, Area area) {
        long at = 0;
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            int start = row * screen.stride() + area.x();
            for (int column = 0; column < area.width(); column++) {
                pixels.setAtIndex(JAVA_INT, at + column, screen.pixels()[start + column] << 8);
            }
            at += area.width();
        }
    }

    private ByteBuffer take(boolean done) {
        MemorySegment bytes = data.get(ADDRESS, 0);
        long length = done ? size.get(JAVA_LONG, 0) : 0;
        int taken = length > Limits.JPEG_BYTES ? 0 : (int) length;
        if (jpeg.capacity() < taken) {
            jpeg = ByteBuffer.allocate(Integer.highestOneBit(taken) * 2);
        }
        jpeg.clear().put(bytes.reinterpret(taken).asByteBuffer()).flip();
        if (bytes.address() != 0) {
            Leptonica.free(bytes);
        }
        return jpeg;
    }

    @Override
    public void close() {
        arena.close();
    }
}
