package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The core of libX11. Displays, windows and events are as in Xlib.h; every call belongs to one thread per display. */
final class Xlib {

    private static final NativeLibrary LIBRARY = NativeLibrary.open("libX11.so.6");
    private static final MethodHandle XOPEN_DISPLAY = LIBRARY.function("XOpenDisplay", ADDRESS, ADDRESS);
    private static final MethodHandle XCLOSE_DISPLAY = LIBRARY.function("XCloseDisplay", JAVA_INT, ADDRESS);
    private static final MethodHandle XDEFAULT_SCREEN = LIBRARY.function("XDefaultScreen", JAVA_INT, ADDRESS);
    private static final MethodHandle XROOT_WINDOW = LIBRARY.function("XRootWindow", JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle XDEFAULT_VISUAL = LIBRARY.function("XDefaultVisual", ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle XDEFAULT_DEPTH = LIBRARY.function("XDefaultDepth", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle XGET_GEOMETRY = LIBRARY.function(
            "XGetGeometry",
            JAVA_INT,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    private static final MethodHandle XSYNC = LIBRARY.function("XSync", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle XFLUSH = LIBRARY.function("XFlush", JAVA_INT, ADDRESS);
    private static final MethodHandle XPENDING = LIBRARY.function("XPending", JAVA_INT, ADDRESS);
    private static final MethodHandle XNEXT_EVENT = LIBRARY.function("XNextEvent", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle XSELECT_INPUT =
            LIBRARY.function("XSelectInput", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle XCONNECTION_NUMBER = LIBRARY.function("XConnectionNumber", JAVA_INT, ADDRESS);
    private static final MethodHandle XQUERY_EXTENSION =
            LIBRARY.function("XQueryExtension", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle XSET_ERROR_HANDLER = LIBRARY.function("XSetErrorHandler", ADDRESS, ADDRESS);
    private static final MethodHandle XFREE = LIBRARY.function("XFree", JAVA_INT, ADDRESS);
    private static final MethodHandle XINTERN_ATOM =
            LIBRARY.function("XInternAtom", JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle XGET_ATOM_NAME = LIBRARY.function("XGetAtomName", ADDRESS, ADDRESS, JAVA_LONG);

    private static final MethodHandle XQUERY_POINTER = LIBRARY.function(
            "XQueryPointer",
            JAVA_INT,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);

    private Xlib() {}

    /** @return NULL when there is no such display */
    static MemorySegment openDisplay(MemorySegment name) {
        try {
            return (MemorySegment) XOPEN_DISPLAY.invokeExact(name);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XOpenDisplay", failed);
        }
    }

    static int closeDisplay(MemorySegment display) {
        try {
            return (int) XCLOSE_DISPLAY.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XCloseDisplay", failed);
        }
    }

    static int defaultScreen(MemorySegment display) {
        try {
            return (int) XDEFAULT_SCREEN.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDefaultScreen", failed);
        }
    }

    static long rootWindow(MemorySegment display, int screen) {
        try {
            return (long) XROOT_WINDOW.invokeExact(display, screen);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XRootWindow", failed);
        }
    }

    static MemorySegment defaultVisual(MemorySegment display, int screen) {
        try {
            return (MemorySegment) XDEFAULT_VISUAL.invokeExact(display, screen);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDefaultVisual", failed);
        }
    }

    static int defaultDepth(MemorySegment display, int screen) {
        try {
            return (int) XDEFAULT_DEPTH.invokeExact(display, screen);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XDefaultDepth", failed);
        }
    }

    /** Root window, then position and size as 32-bit numbers; 0 when the drawable is gone. */
    static int getGeometry(
            MemorySegment display,
            long drawable,
            MemorySegment root,
            MemorySegment x,
            MemorySegment y,
            MemorySegment width,
            MemorySegment height,
            MemorySegment border,
            MemorySegment depth) {
        try {
            return (int) XGET_GEOMETRY.invokeExact(display, drawable, root, x, y, width, height, border, depth);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XGetGeometry", failed);
        }
    }

    /** Waits until the server has done all that was asked, errors included. */
    static int sync(MemorySegment display, int discard) {
        try {
            return (int) XSYNC.invokeExact(display, discard);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XSync", failed);
        }
    }

    static int flush(MemorySegment display) {
        try {
            return (int) XFLUSH.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFlush", failed);
        }
    }

    /** Events that can be read without waiting; flushes first. */
    static int pending(MemorySegment display) {
        try {
            return (int) XPENDING.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XPending", failed);
        }
    }

    static int nextEvent(MemorySegment display, MemorySegment event) {
        try {
            return (int) XNEXT_EVENT.invokeExact(display, event);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XNextEvent", failed);
        }
    }

    static int selectInput(MemorySegment display, long window, long mask) {
        try {
            return (int) XSELECT_INPUT.invokeExact(display, window, mask);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XSelectInput", failed);
        }
    }

    /** The connection's file descriptor, for poll. */
    static int connectionNumber(MemorySegment display) {
        try {
            return (int) XCONNECTION_NUMBER.invokeExact(display);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XConnectionNumber", failed);
        }
    }

    static int queryExtension(
            MemorySegment display, MemorySegment name, MemorySegment opcode, MemorySegment event, MemorySegment error) {
        try {
            return (int) XQUERY_EXTENSION.invokeExact(display, name, opcode, event, error);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XQueryExtension", failed);
        }
    }

    /** @return the handler so far */
    static MemorySegment setErrorHandler(MemorySegment handler) {
        try {
            return (MemorySegment) XSET_ERROR_HANDLER.invokeExact(handler);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XSetErrorHandler", failed);
        }
    }

    static int free(MemorySegment data) {
        try {
            return (int) XFREE.invokeExact(data);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XFree", failed);
        }
    }

    static long internAtom(MemorySegment display, MemorySegment name, int onlyIfExists) {
        try {
            return (long) XINTERN_ATOM.invokeExact(display, name, onlyIfExists);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XInternAtom", failed);
        }
    }

    /** @return a C string, to be freed with XFree */
    static MemorySegment getAtomName(MemorySegment display, long atom) {
        try {
            return (MemorySegment) XGET_ATOM_NAME.invokeExact(display, atom);
        } catch (Throwable failed) {
            throw new NativeCallFailed("XGetAtomName", failed);
        }
    }

    /**
     * @param windows filled: root and child, two longs
     * @param places filled: x and y on the root, x and y in the window, modifiers, five ints
     */
    static int queryPointer(MemorySegment display, long window, MemorySegment windows, MemorySegment places) {
        long place = JAVA_INT.byteSize();
        try {
            return (int) XQUERY_POINTER.invokeExact(
                    display,
                    window,
                    windows,
                    windows.asSlice(JAVA_LONG.byteSize()),
                    places,
                    places.asSlice(place),
                    places.asSlice(2 * place),
                    places.asSlice(3 * place),
                    places.asSlice(4 * place));
        } catch (Throwable failed) {
            throw new NativeCallFailed("XQueryPointer", failed);
        }
    }
}
