package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Pictures in memory shared with the X server (MIT-SHM, XShm.h). */
final class XShm {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXext.so.6");
    private static final MethodHandle XSHM_QUERY_EXTENSION = LIBRARY.function("XShmQueryExtension", JAVA_INT, ADDRESS);
    private static final MethodHandle XSHM_CREATE_IMAGE = LIBRARY.function(
            "XShmCreateImage", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle XSHM_ATTACH = LIBRARY.function("XShmAttach", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle XSHM_DETACH = LIBRARY.function("XShmDetach", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle XSHM_GET_IMAGE =
            LIBRARY.function("XShmGetImage", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);

    private XShm() {}

    static int queryExtension(MemorySegment display) {
        try {
            return (int) XSHM_QUERY_EXTENSION.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XShmQueryExtension", failed);
        }
    }

    static MemorySegment createImage(
            MemorySegment display,
            MemorySegment visual,
            int depth,
            int format,
            MemorySegment data,
            MemorySegment info,
            int width,
            int height) {
        try {
            return (MemorySegment)
                    XSHM_CREATE_IMAGE.invokeExact(display, visual, depth, format, data, info, width, height);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XShmCreateImage", failed);
        }
    }

    static int attach(MemorySegment display, MemorySegment info) {
        try {
            return (int) XSHM_ATTACH.invokeExact(display, info);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XShmAttach", failed);
        }
    }

    static int detach(MemorySegment display, MemorySegment info) {
        try {
            return (int) XSHM_DETACH.invokeExact(display, info);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XShmDetach", failed);
        }
    }

    static int getImage(MemorySegment display, long drawable, MemorySegment image, int x, int y, long planes) {
        try {
            return (int) XSHM_GET_IMAGE.invokeExact(display, drawable, image, x, y, planes);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XShmGetImage", failed);
        }
    }
}
