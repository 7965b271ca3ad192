package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import org.beistand.applet.clipboard.ClipboardWatch;

/** The clipboard's new owners, told by XFixes: who copies is noticed at once, and waiting costs nothing. */
final class X11ClipboardWatch implements ClipboardWatch {

    private static final long SET_SELECTION_OWNER_NOTIFY_MASK = 1;

    private final X11Display display;
    private final WakeUp wakeUp;
    private final int ownerEvent;

    /** @param eventBase number of XFixes' first event, which is the one of selections */
    X11ClipboardWatch(X11Display display, int eventBase) {
        this.display = display;
        this.ownerEvent = eventBase;
        try (Arena call = Arena.ofConfined()) {
            long clipboard = Xlib.internAtom(display.handle(), call.allocateFrom("CLIPBOARD"), 0);
            XFixes.selectSelectionInput(display.handle(), display.root(), clipboard, SET_SELECTION_OWNER_NOTIFY_MASK);
        }
        this.wakeUp = new WakeUp(Xlib.connectionNumber(display.handle()));
        readEvents(); // asks the server once, so that it knows our wish before anybody waits
    }

    @Override
    public String name() {
        return "x11-xfixes";
    }

    @Override
    public boolean await(Duration atMost) {
        if (readEvents()) {
            return true;
        }
        wakeUp.await((int) atMost.toMillis());
        return readEvents();
    }

    /** @return whether one told of a new owner */
    private boolean readEvents() {
        boolean news = false;
        for (Optional<MemorySegment> event = display.nextEvent(); event.isPresent(); event = display.nextEvent()) {
            news |= event.get().get(JAVA_INT, 0) == ownerEvent;
        }
        return news;
    }

    @Override
    public void wake() {
        wakeUp.wake();
    }

    @Override
    public void close() {
        wakeUp.close();
        display.close();
    }
}
