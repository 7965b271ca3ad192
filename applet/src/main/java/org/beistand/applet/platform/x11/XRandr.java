package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Monitors and their changes (Xrandr.h). */
final class XRandr {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXrandr.so.2");
    private static final MethodHandle XRRQUERY_EXTENSION =
            LIBRARY.function("XRRQueryExtension", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle XRRSELECT_INPUT =
            LIBRARY.procedure("XRRSelectInput", ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle XRRUPDATE_CONFIGURATION =
            LIBRARY.function("XRRUpdateConfiguration", JAVA_INT, ADDRESS);
    private static final MethodHandle XRRGET_MONITORS =
            LIBRARY.function("XRRGetMonitors", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle XRRFREE_MONITORS = LIBRARY.procedure("XRRFreeMonitors", ADDRESS);

    private XRandr() {}

    static int queryExtension(MemorySegment display, MemorySegment eventBase, MemorySegment errorBase) {
        try {
            return (int) XRRQUERY_EXTENSION.invokeExact(display, eventBase, errorBase);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRRQueryExtension", failed);
        }
    }

    static void selectInput(MemorySegment display, long window, int mask) {
        try {
            XRRSELECT_INPUT.invokeExact(display, window, mask);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRRSelectInput", failed);
        }
    }

    static int updateConfiguration(MemorySegment event) {
        try {
            return (int) XRRUPDATE_CONFIGURATION.invokeExact(event);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRRUpdateConfiguration", failed);
        }
    }

    /** @return an array of XRRMonitorInfo */
    static MemorySegment getMonitors(MemorySegment display, long window, int onlyActive, MemorySegment count) {
        try {
            return (MemorySegment) XRRGET_MONITORS.invokeExact(display, window, onlyActive, count);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRRGetMonitors", failed);
        }
    }

    static void freeMonitors(MemorySegment monitors) {
        try {
            XRRFREE_MONITORS.invokeExact(monitors);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRRFreeMonitors", failed);
        }
    }
}
