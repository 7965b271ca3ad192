package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.beistand.applet.cursor.CursorImage;
import org.beistand.applet.cursor.CursorLook;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.engine.protocol.Limits;

/** The pointer by XFixes, woken by its notices and by raw motion: a pointer at rest costs nothing. */
final class X11CursorSource implements CursorSource {

    private static final long DISPLAY_CURSOR_NOTIFY_MASK = 1;
    private static final int CURSOR_NOTIFY = 1;

    /**
     * Motion is told by the server, but not when a program puts the pointer somewhere: that is asked for now and then, ever
     * more rarely while nothing happens at all.
     */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private static final Duration BETWEEN_QUESTIONS_AT_REST = Duration.ofSeconds(4);

    private static final Duration BETWEEN_QUESTIONS_UNTOLD = Duration.ofMillis(100);

    /** struct XFixesCursorImage: short x, y; unsigned short width, height, xhot, yhot; unsigned long serial, *pixels. */
    private static final long WIDTH = 4;

    private static final long HEIGHT = 6;
    private static final long HOT_X = 8;
    private static final long HOT_Y = 10;
    private static final long PIXELS = 24;
    private static final long IMAGE_BYTES = 48;

    private static final int OPAQUE = 255;

    private final X11Display display;
    private final WakeUp wakeUp;
    private final int cursorEvent;
    private final boolean tellsMotion;
    private Optional<CursorImage> image = Optional.empty();
    private boolean changed = true;
    private boolean news = true;
    private Duration untilQuestion = BETWEEN_QUESTIONS;

    /** @param eventBase number of XFixes' first event */
    X11CursorSource(X11Display display, int eventBase) {
        this.display = display;
        this.cursorEvent = eventBase + CURSOR_NOTIFY;
        XFixes.selectCursorInput(display.handle(), display.root(), DISPLAY_CURSOR_NOTIFY_MASK);
        this.tellsMotion = XInput2.selectMotion(display.handle(), display.root());
        this.wakeUp = new WakeUp(Xlib.connectionNumber(display.handle()));
    }

    @Override
    public String name() {
        return tellsMotion ? "x11-xfixes" : "x11-xfixes, asking for its place";
    }

    @Override
    public void awaitChange(Duration atMost) {
        readEvents();
        if (news) {
            untilQuestion = BETWEEN_QUESTIONS;
        } else {
            Duration most = tellsMotion ? untilQuestion : BETWEEN_QUESTIONS_UNTOLD;
            Duration wait = atMost.compareTo(most) < 0 ? atMost : most;
            wakeUp.await((int) wait.toMillis() + 1);
            readEvents();
            Duration later = untilQuestion.multipliedBy(2);
            untilQuestion = later.compareTo(BETWEEN_QUESTIONS_AT_REST) < 0 ? later : BETWEEN_QUESTIONS_AT_REST;
        }
    }

    private void readEvents() {
        for (Optional<MemorySegment> event = display.nextEvent(); event.isPresent(); event = display.nextEvent()) {
            news = true;
            changed |= event.get().get(JAVA_INT, 0) == cursorEvent;
        }
    }

    @Override
    public void wake() {
        wakeUp.wake();
    }

    @Override
    public CursorLook look() {
        readEvents();
        news = false;
        if (changed) {
            changed = false;
            image = readImage();
        }
        try (Arena call = Arena.ofConfined()) {
            MemorySegment windows = call.allocate(JAVA_LONG, 2);
            MemorySegment places = call.allocate(JAVA_INT, 5);
            Xlib.queryPointer(display.handle(), display.root(), windows, places);
            int x = places.getAtIndex(JAVA_INT, 0);
            int y = places.getAtIndex(JAVA_INT, 1);
            return new CursorLook(Math.max(0, x), Math.max(0, y), image);
        }
    }

    private Optional<CursorImage> readImage() {
        MemorySegment answer = XFixes.getCursorImage(display.handle());
        if (XErrors.occurred(display.handle()) || answer.address() == 0) {
            return Optional.empty();
        }
        try {
            MemorySegment head = answer.reinterpret(IMAGE_BYTES);
            int width = unsigned(head, WIDTH);
            int height = unsigned(head, HEIGHT);
            if (width < 1 || height < 1 || Math.max(width, height) > Limits.CURSOR_SIDE_PIXELS) {
                return Optional.empty();
            }
            long address = head.get(JAVA_LONG, PIXELS);
            MemorySegment pixels =
                    MemorySegment.ofAddress(address).reinterpret((long) width * height * JAVA_LONG.byteSize());
            int hotX = Math.min(unsigned(head, HOT_X), width - 1);
            int hotY = Math.min(unsigned(head, HOT_Y), height - 1);
            return Optional.of(new CursorImage(width, height, hotX, hotY, rgba(pixels, width * height)));
        } finally {
            Xlib.free(answer);
        }
    }

    private static int unsigned(MemorySegment head, long offset) {
        return Short.toUnsignedInt(head.get(JAVA_SHORT, offset));
    }

    /** From 0xAARRGGBB in longs, multiplied by A. */
    private static ByteBuffer rgba(MemorySegment pixels, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Integer.BYTES);
        for (int index = 0; index < count; index++) {
            int argb = (int) pixels.getAtIndex(JAVA_LONG, index);
            int alpha = argb >>> 24;
            bytes.put(unmultiplied(argb >>> 16 & OPAQUE, alpha))
                    .put(unmultiplied(argb >>> 8 & OPAQUE, alpha))
                    .put(unmultiplied(argb & OPAQUE, alpha))
                    .put((byte) alpha);
        }
        return bytes.flip();
    }

    private static byte unmultiplied(int part, int alpha) {
        return alpha == 0 ? 0 : (byte) Math.min(OPAQUE, (part * OPAQUE + alpha / 2) / alpha);
    }

    @Override
    public void close() {
        wakeUp.close();
        display.close();
    }
}
