package org.beistand.applet.platform.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.beistand.applet.platform.video.Vpx.Config;
import org.beistand.applet.platform.video.Vpx.Image;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.picture.Area;
import org.beistand.engine.protocol.picture.Raster;

/** One encoder of libvpx for pictures of one size, and the memory that it shares with Java. One thread at a time. */
final class Vp8Session implements AutoCloseable {

    /** Faster, and a decibel worse, than what is usual for calls: a desktop's film shares the processor with the desktop. */
    private static final int CPU_USED = -12;

    /** Finer steps are not seen, coarser ones are. */
    private static final int MIN_QUANTIZER = 8;

    private static final int MAX_QUANTIZER = 56;

    /** Milliseconds of its rate that the encoder may be ahead: the shorter, the evener. */
    private static final int BUFFER = 600;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment context = arena.allocate(Vpx.CONTEXT_BYTES, 16);
    private final MemorySegment config = arena.allocate(Vpx.CONFIG_BYTES, 16);
    private final MemorySegment image = arena.allocate(Vpx.IMAGE_BYTES, 16);
    private final MemorySegment iterator = arena.allocate(ADDRESS);
    private final Planes planes;
    private final boolean works;
    private ByteBuffer frame = ByteBuffer.allocate(0);

    /** @param rate kbit/s */
    Vp8Session(int width, int height, int rate) {
        planes = new Planes(arena, width, height);
        works = Vpx.defaults(config) == 0 && isPlausible(config) && open(rate);
        if (works) {
            Vpx.control(context, Vpx.SET_CPU_USED, CPU_USED);
            Vpx.control(context, Vpx.SET_STATIC_THRESHOLD, 1);
            Vpx.wrap(image, width, height, planes.plane(0));
            for (int plane = 0; plane < 3; plane++) {
                image.set(ADDRESS, Image.PLANES.offset + plane * ADDRESS.byteSize(), planes.plane(plane));
                image.set(JAVA_INT, Image.STRIDES.offset + plane * JAVA_INT.byteSize(), planes.stride(plane));
            }
        }
    }

    /** The library's own values lie where they are expected. */
    private static boolean isPlausible(MemorySegment config) {
        return Config.WIDTH.get(config) == 320
                && Config.HEIGHT.get(config) == 240
                && Config.TIMEBASE_NUMERATOR.get(config) == 1
                && Config.TIMEBASE_DENOMINATOR.get(config) == 30
                && Config.MAX_QUANTIZER.get(config) == 63;
    }

    private boolean open(int rate) {
        Config.WIDTH.set(config, planes.width());
        Config.HEIGHT.set(config, planes.height());
        Config.TIMEBASE_DENOMINATOR.set(config, 1_000);
        Config.THREADS.set(config, 1);
        Config.LAG_IN_FRAMES.set(config, 0);
        Config.ERROR_RESILIENT.set(config, 0);
        Config.DROP_FRAMES.set(config, 0);
        Config.RESIZE.set(config, 0);
        Config.END_USAGE.set(config, 1); // as near to the rate as can be
        Config.TARGET_BITRATE.set(config, rate);
        Config.MIN_QUANTIZER.set(config, MIN_QUANTIZER);
        Config.MAX_QUANTIZER.set(config, MAX_QUANTIZER);
        Config.UNDERSHOOT.set(config, 50);
        Config.OVERSHOOT.set(config, 50);
        Config.BUFFER.set(config, BUFFER);
        Config.BUFFER_AT_FIRST.set(config, BUFFER / 2);
        Config.BUFFER_AT_BEST.set(config, BUFFER / 2);
        Config.KEY_FRAMES.set(config, 0); // only when asked for
        return Vpx.init(context, config) == 0;
    }

    /** Whether the library takes us for one that knows it. */
    boolean works() {
        return works;
    }

    boolean isFor(Area area) {
        return area.width() == planes.width() && area.height() == planes.height();
    }

    /** @param kbit a second, from the next picture on */
    void rate(int kbit) {
        Config.TARGET_BITRATE.set(config, kbit);
        if (works) {
            Vpx.configure(context, config);
        }
    }

    /**
     * @param time milliseconds, larger than the last
     * @return one frame, valid until the next call; nothing remaining: there is none, and this session has ended
     */
    ByteBuffer encode(Raster screen, Area area, long time, long duration, boolean key) {
        frame.clear().limit(0);
        if (!works) {
            return frame;
        }
        planes.fill(screen, area);
        if (Vpx.encode(context, image, time, duration, key ? Vpx.FORCE_KEY_FRAME : 0) != 0) {
            return frame;
        }
        iterator.set(ADDRESS, 0, MemorySegment.NULL);
        for (MemorySegment packet = Vpx.nextPacket(context, iterator);
                packet.address() != 0;
                packet = Vpx.nextPacket(context, iterator)) {
            if (packet.get(JAVA_INT, Vpx.PACKET_KIND) == 0) {
                take(packet);
            }
        }
        return frame;
    }

    private void take(MemorySegment packet) {
        long size = packet.get(JAVA_LONG, Vpx.PACKET_SIZE);
        if (size > Limits.VIDEO_BYTES) {
            return;
        }
        if (frame.capacity() < size) {
            frame = ByteBuffer.allocate(Integer.highestOneBit((int) size) * 2);
        }
        MemorySegment data = packet.get(ADDRESS, Vpx.PACKET_DATA).reinterpret(size);
        frame.clear().put(data.asByteBuffer()).flip();
    }

    @Override
    public void close() {
        if (works) {
            Vpx.destroy(context);
        }
        arena.close();
    }
}
