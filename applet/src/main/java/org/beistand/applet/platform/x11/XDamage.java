package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Tells that something was drawn (Xdamage.h). */
final class XDamage {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXdamage.so.1");
    private static final MethodHandle XDAMAGE_QUERY_EXTENSION =
            LIBRARY.function("XDamageQueryExtension", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle XDAMAGE_CREATE =
            LIBRARY.function("XDamageCreate", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle XDAMAGE_DESTROY = LIBRARY.procedure("XDamageDestroy", ADDRESS, JAVA_LONG);
    private static final MethodHandle XDAMAGE_SUBTRACT =
            LIBRARY.procedure("XDamageSubtract", ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private XDamage() {}

    static int queryExtension(MemorySegment display, MemorySegment eventBase, MemorySegment errorBase) {
        try {
            return (int) XDAMAGE_QUERY_EXTENSION.invokeExact(display, eventBase, errorBase);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDamageQueryExtension", failed);
        }
    }

    static long create(MemorySegment display, long drawable, int level) {
        try {
            return (long) XDAMAGE_CREATE.invokeExact(display, drawable, level);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDamageCreate", failed);
        }
    }

    static void destroy(MemorySegment display, long damage) {
        try {
            XDAMAGE_DESTROY.invokeExact(display, damage);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDamageDestroy", failed);
        }
    }

    static void subtract(MemorySegment display, long damage, long repair, long parts) {
        try {
            XDAMAGE_SUBTRACT.invokeExact(display, damage, repair, parts);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDamageSubtract", failed);
        }
    }
}
