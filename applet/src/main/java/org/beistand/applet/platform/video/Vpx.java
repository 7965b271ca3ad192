package org.beistand.applet.platform.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * The few functions of libvpx that code VP8, and where its structures have their fields. Linked at class initialisation;
 * where the library is missing that shows as a {@link LinkageError}.
 *
 * <p>The library is asked for the versions of its binary interface whose headers were read: the offsets here are the same
 * in all of them, releases 1.10 to 1.17. It compares the number itself before it reads anything, and says no when it is
 * another: nothing is read or written where it does not belong.
 */
final class Vpx {

    /**
     * {@code VPX_ENCODER_ABI_VERSION} of the headers that {@link Config} and {@link Image} were read off: of releases 1.16
     * and 1.17, 1.15.1, 1.15.0, 1.14, 1.13, 1.11 and 1.12, 1.10.
     */
    private static final int[] ENCODER_ABIS = {39, 37, 36, 34, 30, 25, 24};

    /** {@code VPX_CODEC_ABI_MISMATCH}: asked for another version, and nothing was done. */
    private static final int OTHER_ABI = 3;

    /** {@code vpx_codec_ctx_t} has 56 bytes, {@code vpx_codec_enc_cfg_t} 504, {@code vpx_image_t} 136: others may have more. */
    static final long CONTEXT_BYTES = 512;

    static final long CONFIG_BYTES = 8_192;
    static final long IMAGE_BYTES = 1_024;

    private static final int I420 = 0x102;
    static final long FORCE_KEY_FRAME = 1;
    private static final long REALTIME = 1;
    static final int SET_CPU_USED = 13;
    static final int SET_STATIC_THRESHOLD = 17;

    /** Offsets within {@code vpx_codec_enc_cfg_t}: unsigned ints and enumerations, all of four bytes. */
    enum Config {
        THREADS(4),
        WIDTH(12),
        HEIGHT(16),
        TIMEBASE_NUMERATOR(28),
        TIMEBASE_DENOMINATOR(32),
        ERROR_RESILIENT(36),
        LAG_IN_FRAMES(44),
        DROP_FRAMES(48),
        RESIZE(52),
        END_USAGE(72),
        TARGET_BITRATE(112),
        MIN_QUANTIZER(116),
        MAX_QUANTIZER(120),
        UNDERSHOOT(124),
        OVERSHOOT(128),
        BUFFER(132),
        BUFFER_AT_FIRST(136),
        BUFFER_AT_BEST(140),
        KEY_FRAMES(160);

        private final long offset;

        Config(long offset) {
            this.offset = offset;
        }

        void set(MemorySegment config, int value) {
            config.set(JAVA_INT, offset, value);
        }

        int get(MemorySegment config) {
            return config.get(JAVA_INT, offset);
        }
    }

    /** Offsets within {@code vpx_image_t}. */
    enum Image {
        PLANES(48),
        STRIDES(80);

        final long offset;

        Image(long offset) {
            this.offset = offset;
        }
    }

    /** Offsets within {@code vpx_codec_cx_pkt_t}. */
    static final long PACKET_KIND = 0;

    static final long PACKET_DATA = 8;
    static final long PACKET_SIZE = 16;
    static final long PACKET_BYTES = 128;

    /** {@code long} of C: four bytes on Windows. */
    private static final ValueLayout LONG = (ValueLayout)
            Objects.requireNonNull(Linker.nativeLinker().canonicalLayouts().get("long"));

    private static final AddressLayout TEXT =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_BYTE));

    private static final AddressLayout PACKET =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(PACKET_BYTES, ValueLayout.JAVA_BYTE));

    private static final SymbolLookup LIBRARY = VpxLibrary.open();
    private static final MethodHandle VERSION = link("vpx_codec_version_str", FunctionDescriptor.of(TEXT));
    private static final MethodHandle VP8 = link("vpx_codec_vp8_cx", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle DEFAULTS =
            link("vpx_codec_enc_config_default", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle INIT =
            link("vpx_codec_enc_init_ver", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, LONG, JAVA_INT));
    private static final MethodHandle CONFIGURE =
            link("vpx_codec_enc_config_set", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle CONTROL = link(
            "vpx_codec_control_",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle WRAP = link(
            "vpx_img_wrap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle ENCODE =
            link("vpx_codec_encode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, LONG, LONG, LONG));
    private static final MethodHandle NEXT_PACKET =
            link("vpx_codec_get_cx_data", FunctionDescriptor.of(PACKET, ADDRESS, ADDRESS));
    private static final MethodHandle DESTROY = link("vpx_codec_destroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private Vpx() {}

    /** With {@code long} for C's, whatever that has. */
    private static MethodHandle link(String name, FunctionDescriptor shape, Linker.Option... options) {
        MethodHandle handle = LIBRARY.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, shape, options))
                .orElseThrow(() -> new UnsatisfiedLinkError(name));
        MethodType type = handle.type();
        for (int index = 0; index < type.parameterCount(); index++) {
            if (shape.argumentLayouts().get(index).equals(LONG)) {
                type = type.changeParameterType(index, long.class);
            }
        }
        return MethodHandles.explicitCastArguments(handle, type);
    }

    /** E.g. "v1.12.0". */
    static String version() {
        try {
            return ((MemorySegment) VERSION.invokeExact()).getString(0);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_version_str", failed);
        }
    }

    /** Fills in what the library takes for VP8. @return 0, or why not */
    static int defaults(MemorySegment config) {
        try {
            return (int) DEFAULTS.invokeExact((MemorySegment) VP8.invokeExact(), config, 0);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_enc_config_default", failed);
        }
    }

    /** @param context filled with zeros @return 0, or why not; then there is nothing to destroy */
    static int init(MemorySegment context, MemorySegment config) {
        try {
            int answer = OTHER_ABI;
            for (int index = 0; answer == OTHER_ABI && index < ENCODER_ABIS.length; index++) {
                answer = (int)
                        INIT.invokeExact(context, (MemorySegment) VP8.invokeExact(), config, 0L, ENCODER_ABIS[index]);
            }
            return answer;
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_enc_init_ver", failed);
        }
    }

    static int configure(MemorySegment context, MemorySegment config) {
        try {
            return (int) CONFIGURE.invokeExact(context, config);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_enc_config_set", failed);
        }
    }

    static int control(MemorySegment context, int what, int value) {
        try {
            return (int) CONTROL.invokeExact(context, what, value);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_control_", failed);
        }
    }

    /** Describes a picture whose planes are told later. */
    static void wrap(MemorySegment image, int width, int height, MemorySegment data) {
        try {
            MemorySegment same = (MemorySegment) WRAP.invokeExact(image, I420, width, height, 1, data);
            if (same.address() != image.address()) {
                throw new IllegalStateException("vpx_img_wrap refuses " + width + "x" + height);
            }
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_img_wrap", failed);
        }
    }

    /** @param time and duration in the configuration's units, @return 0, or why not */
    static int encode(MemorySegment context, MemorySegment image, long time, long duration, long flags) {
        try {
            return (int) ENCODE.invokeExact(context, image, time, duration, flags, REALTIME);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_encode", failed);
        }
    }

    /** @param iterator NULL at first @return NULL when there is none; valid until the next picture */
    static MemorySegment nextPacket(MemorySegment context, MemorySegment iterator) {
        try {
            return (MemorySegment) NEXT_PACKET.invokeExact(context, iterator);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_get_cx_data", failed);
        }
    }

    static int destroy(MemorySegment context) {
        try {
            return (int) DESTROY.invokeExact(context);
        } catch (Throwable failed) {
            throw new IllegalStateException("vpx_codec_destroy", failed);
        }
    }
}
