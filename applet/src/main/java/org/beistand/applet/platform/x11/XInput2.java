package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Tells that the pointer moves, wherever it is (XInput2.h): asking again and again would cost the idle desktop. */
final class XInput2 {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXi.so.6");
    private static final MethodHandle QUERY_VERSION =
            LIBRARY.function("XIQueryVersion", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle SELECT_EVENTS =
            LIBRARY.function("XISelectEvents", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT);

    private static final int SUCCESS = 0;

    /** The first version whose raw events come while a program holds the pointer, too. */
    private static final int MAJOR = 2;

    private static final int MINOR = 2;

    private static final int ALL_MASTER_DEVICES = 1;
    private static final int RAW_MOTION = 17;

    /** struct XIEventMask: int deviceid, int mask_len, unsigned char *mask. */
    private static final long EVENT_MASK_BYTES = 16;

    private static final long MASK_POINTER = 8;

    private XInput2() {}

    /** @return whether this display tells from now on, by generic events */
    static boolean selectMotion(MemorySegment display, long root) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment major = call.allocateFrom(JAVA_INT, MAJOR);
            MemorySegment minor = call.allocateFrom(JAVA_INT, MINOR);
            if ((int) QUERY_VERSION.invokeExact(display, major, minor) != SUCCESS) {
                return false;
            }
            int maskBytes = RAW_MOTION / Byte.SIZE + 1;
            MemorySegment bits = call.allocate(maskBytes);
            bits.set(JAVA_BYTE, maskBytes - 1L, (byte) (1 << RAW_MOTION % Byte.SIZE));
            MemorySegment mask = call.allocate(EVENT_MASK_BYTES, 8);
            mask.set(JAVA_INT, 0, ALL_MASTER_DEVICES);
            mask.set(JAVA_INT, JAVA_INT.byteSize(), maskBytes);
            mask.set(ADDRESS, MASK_POINTER, bits);
            return (int) SELECT_EVENTS.invokeExact(display, root, mask, 1) == SUCCESS;
        } catch (Throwable failed) {
            throw new NativeCallFailed("XISelectEvents", failed);
        }
    }
}
