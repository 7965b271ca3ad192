package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The pointer's image, and who has a selection (Xfixes.h). */
final class XFixes {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libXfixes.so.3");
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XFixesQueryExtension", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle SELECT_CURSOR_INPUT =
            LIBRARY.procedure("XFixesSelectCursorInput", ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GET_CURSOR_IMAGE = LIBRARY.function("XFixesGetCursorImage", ADDRESS, ADDRESS);
    private static final MethodHandle SELECT_SELECTION_INPUT =
            LIBRARY.procedure("XFixesSelectSelectionInput", ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private XFixes() {}

    static int queryExtension(MemorySegment display, MemorySegment eventBase, MemorySegment errorBase) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display, eventBase, errorBase);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFixesQueryExtension", failed);
        }
    }

    static void selectCursorInput(MemorySegment display, long window, long mask) {
        try {
            SELECT_CURSOR_INPUT.invokeExact(display, window, mask);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFixesSelectCursorInput", failed);
        }
    }

    static void selectSelectionInput(MemorySegment display, long window, long selection, long mask) {
        try {
            SELECT_SELECTION_INPUT.invokeExact(display, window, selection, mask);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFixesSelectSelectionInput", failed);
        }
    }

    /** @return an XFixesCursorImage, to be freed with XFree; NULL when there is none */
    static MemorySegment getCursorImage(MemorySegment display) {
        try {
            return (MemorySegment) GET_CURSOR_IMAGE.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFixesGetCursorImage", failed);
        }
    }
}
