package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.applet.capture.Monitor;
import org.beistand.applet.capture.ScreenShape;

/** The desktop's monitors as RandR 1.5 names them. */
final class MonitorList {

    /** struct XRRMonitorInfo: Atom name; Bool primary, automatic; int noutput, x, y, width, height, mwidth, mheight; ... */
    private static final long BYTES = 56;

    private static final long PRIMARY = 8;
    private static final long X = 20;
    private static final int MAX_MONITORS = 64;
    private static final long MAX_NAME_BYTES = 256;

    private MonitorList() {}

    /** @return the shape with its monitors; one monitor of the whole size when the server does not tell */
    static ScreenShape shape(X11Display display, X11Display.Geometry geometry) {
        List<Monitor> monitors = read(display);
        return monitors.isEmpty()
                ? ScreenShape.single(geometry.width(), geometry.height(), "screen")
                : new ScreenShape(geometry.width(), geometry.height(), monitors);
    }

    private static List<Monitor> read(X11Display display) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocate(JAVA_INT);
            MemorySegment array = XRandr.getMonitors(display.handle(), display.root(), 1, count);
            int number = Math.min(count.get(JAVA_INT, 0), MAX_MONITORS);
            if (array.address() == 0 || number <= 0) {
                return List.of();
            }
            List<Monitor> monitors = new ArrayList<>();
            for (int index = 0; index < number; index++) {
                monitors.add(monitor(display, array.reinterpret(number * BYTES).asSlice(index * BYTES, BYTES)));
            }
            XRandr.freeMonitors(array);
            return monitors;
        }
    }

    private static Monitor monitor(X11Display display, MemorySegment info) {
        return new Monitor(
                info.get(JAVA_INT, X),
                info.get(JAVA_INT, X + 4),
                info.get(JAVA_INT, X + 8),
                info.get(JAVA_INT, X + 12),
                info.get(JAVA_INT, PRIMARY) != 0,
                name(display, info.get(JAVA_LONG, 0)));
    }

    private static String name(X11Display display, long atom) {
        MemorySegment name = Xlib.getAtomName(display.handle(), atom);
        if (name.address() == 0) {
            return "";
        }
        String text = name.reinterpret(MAX_NAME_BYTES).getString(0);
        Xlib.free(name);
        return text;
    }
}
