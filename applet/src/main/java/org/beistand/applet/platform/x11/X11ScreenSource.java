package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.engine.protocol.picture.Area;
import org.jspecify.annotations.Nullable;

/**
 * The root window by shared memory, woken by XDamage: an idle desktop costs nothing, a busy one a tenth of what Robot
 * costs. Follows changes of the desktop's size.
 */
final class X11ScreenSource implements ScreenSource {

    private static final int CONFIGURE_NOTIFY = 22;
    private static final long STRUCTURE_NOTIFY_MASK = 1L << 17;
    private static final int RR_SCREEN_CHANGE_NOTIFY_MASK = 1;

    /** An event whenever the rectangle around everything drawn since the last subtraction grows. */
    private static final int REPORT_BOUNDING_BOX = 2;

    /** struct XDamageNotifyEvent: short x and y, unsigned short width and height of what was drawn. */
    private static final long DAMAGE_AREA = 64;

    private final X11Display display;
    private final WakeUp wakeUp;
    private final long damage;
    private final int damageEvent;
    private final int randrEvent;
    private final Drawn drawn = new Drawn();
    private boolean reshaped = true;
    private ScreenShape shape = ScreenShape.single(1, 1, "unknown");
    private @Nullable ShmPicture picture;

    X11ScreenSource(X11Display display) {
        this.display = display;
        this.damageEvent = eventBase(XDamage::queryExtension);
        this.randrEvent = eventBase(XRandr::queryExtension);
        this.damage = XDamage.create(display.handle(), display.root(), REPORT_BOUNDING_BOX);
        Xlib.selectInput(display.handle(), display.root(), STRUCTURE_NOTIFY_MASK);
        XRandr.selectInput(display.handle(), display.root(), RR_SCREEN_CHANGE_NOTIFY_MASK);
        this.wakeUp = new WakeUp(Xlib.connectionNumber(display.handle()));
    }

    @FunctionalInterface
    private interface QueryExtension {
        int ask(MemorySegment display, MemorySegment eventBase, MemorySegment errorBase);
    }

    private int eventBase(QueryExtension extension) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment bases = call.allocate(JAVA_INT, 2);
            if (extension.ask(display.handle(), bases, bases.asSlice(JAVA_INT.byteSize())) == 0) {
                throw new CannotCapture("capture.nothing", "the X server lacks DAMAGE or RANDR");
            }
            return bases.get(JAVA_INT, 0);
        }
    }

    @Override
    public String name() {
        return "x11-shm";
    }

    @Override
    public boolean awaitChange(Duration atMost) {
        readEvents();
        if (drawn.isNothing() && !reshaped) {
            wakeUp.await((int) Math.min(atMost.toMillis(), Integer.MAX_VALUE));
            readEvents();
        }
        return !drawn.isNothing() || reshaped;
    }

    private void readEvents() {
        for (Optional<MemorySegment> event = display.nextEvent(); event.isPresent(); event = display.nextEvent()) {
            int type = event.get().get(JAVA_INT, 0);
            if (type == damageEvent) {
                addDamage(event.get());
            } else if (type == CONFIGURE_NOTIFY || type == randrEvent) {
                XRandr.updateConfiguration(event.get());
                reshaped = true;
            }
        }
    }

    private void addDamage(MemorySegment event) {
        drawn.add(
                event.get(JAVA_SHORT, DAMAGE_AREA),
                event.get(JAVA_SHORT, DAMAGE_AREA + 2),
                Short.toUnsignedInt(event.get(JAVA_SHORT, DAMAGE_AREA + 4)),
                Short.toUnsignedInt(event.get(JAVA_SHORT, DAMAGE_AREA + 6)));
    }

    @Override
    public void wake() {
        wakeUp.wake();
    }

    @Override
    public Optional<Picture> grab() {
        readEvents();
        if (reshaped || picture == null) {
            reshape();
        }
        ShmPicture current = picture;
        // Subtract first: what is drawn between here and the copy makes a new event and is looked at again.
        XDamage.subtract(display.handle(), damage, 0, 0);
        Area area = drawn.take(shape.width(), shape.height());
        if (current == null || !current.grab(area.y(), area.height())) {
            reshaped = true;
            drawn.add(0, 0, shape.width(), shape.height());
            return Optional.empty();
        }
        return Optional.of(new Picture(shape, current.pixels(), current.stride(), area));
    }

    private void reshape() {
        reshaped = false;
        X11Display.Geometry geometry = display.geometry();
        ScreenShape now = MonitorList.shape(display, geometry);
        if (picture != null && now.width() == shape.width() && now.height() == shape.height()) {
            shape = now;
            return;
        }
        closePicture();
        shape = now;
        drawn.add(0, 0, now.width(), now.height());
        picture = ShmPicture.create(display, now.width(), now.height(), geometry.depth())
                .orElseThrow(() -> new CannotCapture("capture.nothing", "the X server shares no memory"));
    }

    private void closePicture() {
        if (picture != null) {
            picture.close();
            picture = null;
        }
    }

    @Override
    public void close() {
        wakeUp.close();
        closePicture();
        XDamage.destroy(display.handle(), damage);
        display.close();
    }
}
