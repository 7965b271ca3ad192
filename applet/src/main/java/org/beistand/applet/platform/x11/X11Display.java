package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * One connection to the X server of {@code DISPLAY}, apart from Swing's. Belongs to one thread at a time. All memory that
 * native code fills on its behalf lives in its arena and goes with it.
 */
final class X11Display implements AutoCloseable {

    /** Size of the union XEvent in Xlib.h: 24 longs. */
    private static final long EVENT_BYTES = 24 * 8;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment handle;
    private final MemorySegment event = arena.allocate(EVENT_BYTES, 8);
    private final int screen;
    private final long root;

    private X11Display(MemorySegment handle) {
        this.handle = handle;
        XErrors.watch(handle);
        this.screen = Xlib.defaultScreen(handle);
        this.root = Xlib.rootWindow(handle, screen);
    }

    /** @param name as in DISPLAY, e.g. ":0". @return empty when there is no such X server to talk to */
    static Optional<X11Display> open(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment handle = Xlib.openDisplay(call.allocateFrom(name));
            return handle.address() == 0 ? Optional.empty() : Optional.of(new X11Display(handle));
        }
    }

    MemorySegment handle() {
        return handle;
    }

    Arena arena() {
        return arena;
    }

    int screen() {
        return screen;
    }

    long root() {
        return root;
    }

    /** Whether the server has an extension that has no library of its own, e.g. "XWAYLAND". */
    boolean hasExtension(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment three = call.allocate(JAVA_INT, 3);
            return Xlib.queryExtension(
                            handle,
                            call.allocateFrom(name),
                            three,
                            three.asSlice(JAVA_INT.byteSize()),
                            three.asSlice(2 * JAVA_INT.byteSize()))
                    != 0;
        }
    }

    /** Width, height and depth of the root window now. */
    Geometry geometry() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment rootOut = call.allocate(JAVA_LONG);
            MemorySegment out = call.allocate(JAVA_INT, 6);
            long step = JAVA_INT.byteSize();
            int answered = Xlib.getGeometry(
                    handle,
                    root,
                    rootOut,
                    out,
                    out.asSlice(step),
                    out.asSlice(2 * step),
                    out.asSlice(3 * step),
                    out.asSlice(4 * step),
                    out.asSlice(5 * step));
            if (answered == 0) {
                throw new NativeCallFailed("the root window does not tell its size");
            }
            return new Geometry(out.getAtIndex(JAVA_INT, 2), out.getAtIndex(JAVA_INT, 3), out.getAtIndex(JAVA_INT, 5));
        }
    }

    /** The next event that is already here; the segment is overwritten by the next call. */
    Optional<MemorySegment> nextEvent() {
        if (Xlib.pending(handle) == 0) {
            return Optional.empty();
        }
        Xlib.nextEvent(handle, event);
        return Optional.of(event);
    }

    @Override
    public void close() {
        Xlib.closeDisplay(handle);
        XErrors.forget(handle);
        arena.close();
    }

    /** Pixels, and bits per colour in sum. */
    record Geometry(int width, int height, int depth) {}
}
