package org.beistand.applet.platform.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.beistand.engine.protocol.picture.VideoDecoder;

/** A viewer's decoder in Java: libvpx's own. */
public final class Vp8Reader implements VideoDecoder, AutoCloseable {

    private static final int DECODER_ABI = 12;
    private static final AddressLayout IMAGE = ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(136, JAVA_BYTE));
    private static final SymbolLookup LIBRARY = VpxLibrary.open();
    private static final MethodHandle VP8 = link("vpx_codec_vp8_dx", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle INIT = link(
            "vpx_codec_dec_init_ver", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle DECODE =
            link("vpx_codec_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle FRAME =
            link("vpx_codec_get_frame", FunctionDescriptor.of(IMAGE, ADDRESS, ADDRESS));
    private static final MethodHandle DESTROY = link("vpx_codec_destroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment context = arena.allocate(Vpx.CONTEXT_BYTES, 16);
    private final MemorySegment iterator = arena.allocate(ADDRESS);

    public Vp8Reader() {
        try {
            int refused = (int)
                    INIT.invokeExact(context, (MemorySegment) VP8.invokeExact(), MemorySegment.NULL, 0L, DECODER_ABI);
            if (refused != 0) {
                throw new AssertionError("vpx_codec_dec_init_ver: " + refused);
            }
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private static MethodHandle link(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.find(name).orElseThrow(), shape);
    }

    @Override
    public int[] decode(byte[] frame, boolean key, int width, int height) {
        try (Arena once = Arena.ofConfined()) {
            MemorySegment bytes = once.allocateFrom(JAVA_BYTE, frame);
            if ((int) DECODE.invokeExact(context, bytes, frame.length, MemorySegment.NULL, 0L) != 0) {
                return new int[0];
            }
            iterator.set(ADDRESS, 0, MemorySegment.NULL);
            MemorySegment image = (MemorySegment) FRAME.invokeExact(context, iterator);
            boolean fits =
                    image.address() != 0 && image.get(JAVA_INT, 24) == width && image.get(JAVA_INT, 28) == height;
            return fits ? pixels(image, width, height) : new int[0];
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private static int[] pixels(MemorySegment image, int width, int height) {
        MemorySegment[] planes = new MemorySegment[3];
        int[] strides = new int[3];
        for (int plane = 0; plane < 3; plane++) {
            strides[plane] = image.get(JAVA_INT, Vpx.Image.STRIDES.offset + plane * 4L);
            planes[plane] = image.get(ADDRESS, Vpx.Image.PLANES.offset + plane * 8L)
                    .reinterpret((long) strides[plane] * (plane == 0 ? height : (height + 1) / 2));
        }
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = 1.164 * (at(planes[0], y * strides[0] + x) - 16);
                int blue = at(planes[1], y / 2 * strides[1] + x / 2) - 128;
                int red = at(planes[2], y / 2 * strides[2] + x / 2) - 128;
                pixels[y * width + x] = colour(light + 1.596 * red) << 16
                        | colour(light - 0.392 * blue - 0.813 * red) << 8
                        | colour(light + 2.017 * blue);
            }
        }
        return pixels;
    }

    private static int at(MemorySegment plane, long index) {
        return plane.get(JAVA_BYTE, index) & 0xFF;
    }

    private static int colour(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    @Override
    public void close() {
        try {
            if ((int) DESTROY.invokeExact(context) != 0) {
                throw new AssertionError("vpx_codec_destroy");
            }
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
        arena.close();
    }
}
