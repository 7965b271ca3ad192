package org.beistand.applet.encode;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.capture.CannotCapture;
import org.beistand.applet.capture.GuardedScreen;
import org.beistand.applet.capture.Picture;
import org.beistand.applet.capture.ScreenShape;
import org.beistand.engine.protocol.picture.PictureWriter;
import org.jspecify.annotations.Nullable;

/**
 * SESSION-FLOW 7 (picture): looks at the screen when something was drawn, and sends each viewer what it lacks. Everything
 * happens on one thread of its own; the methods only leave orders for it and may be called from anywhere.
 */
public final class ScreenFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ScreenFeed.class.getName());

    /** Thirty looks a second are as many as people see. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(33);

    private static final Duration RESTING = Duration.ofSeconds(60);

    /** Takes what is to be sent, on the feed's thread. */
    public interface Outlet {

        /** Before the first picture for this participant, and after each change of the screen's shape. */
        void layout(int participant, ScreenShape shape);

        /** @param payload valid until the call returns */
        void picture(int participant, ByteBuffer payload, boolean full, boolean last);

        /** No picture can be had. @param reason message key */
        void failed(String reason);
    }

    /** The customer has taken consent back in the middle of a picture. */
    private static final class NoLongerAllowed extends RuntimeException {
        NoLongerAllowed() {
            super(null, null, false, false);
        }
    }

    private final GuardedScreen screen;
    private final Outlet outlet;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final Map<Integer, ViewerStream> viewers = new LinkedHashMap<>();
    private final PictureWriter writer = new PictureWriter();
    private @Nullable ScreenCopy copy;
    private boolean failed;
    private long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    private volatile boolean closed;

    public ScreenFeed(GuardedScreen screen, Outlet outlet) {
        this.screen = screen;
        this.outlet = new Guard(outlet);
        Thread.ofPlatform().daemon().name("screen").start(this::work);
    }

    /** Stops a picture at the next payload when the customer takes consent back. */
    private final class Guard implements Outlet {
        private final Outlet to;

        Guard(Outlet to) {
            this.to = to;
        }

        @Override
        public void layout(int participant, ScreenShape shape) {
            to.layout(participant, shape);
        }

        @Override
        public void picture(int participant, ByteBuffer payload, boolean full, boolean last) {
            if (closed || !screen.mayLook()) {
                throw new NoLongerAllowed();
            }
            to.picture(participant, payload, full, last);
        }

        @Override
        public void failed(String reason) {
            to.failed(reason);
        }
    }

    /** A technician may look from now on. Known participants start afresh. */
    public void add(int participant) {
        order(() -> {
            failed = false;
            ScreenCopy seen = copy;
            int width = seen == null ? 1 : seen.shape().width();
            int height = seen == null ? 1 : seen.shape().height();
            viewers.put(participant, new ViewerStream(participant, width, height));
            if (seen != null) {
                outlet.layout(participant, seen.shape());
            }
        });
    }

    public void remove(int participant) {
        order(() -> viewers.remove(participant));
    }

    public void removeAll() {
        order(viewers::clear);
    }

    /** The viewer has painted this picture. */
    public void shown(int participant, long picture) {
        withViewer(participant, viewer -> viewer.shown(picture));
    }

    /** The viewer asks for everything. */
    public void refresh(int participant) {
        withViewer(participant, viewer -> {
            ScreenCopy seen = copy;
            if (seen != null) {
                outlet.layout(participant, seen.shape());
                viewer.restart(seen.shape().width(), seen.shape().height());
            }
            failed = false;
        });
    }

    private void withViewer(int participant, Consumer<ViewerStream> action) {
        order(() -> {
            ViewerStream viewer = viewers.get(participant);
            if (viewer != null) {
                action.accept(viewer);
            }
        });
    }

    private void order(Runnable order) {
        orders.add(order);
        screen.wake();
    }

    private void work() {
        try (writer;
                screen) {
            while (!closed) {
                obeyWaiting();
                step();
            }
        } catch (InterruptedException nobodyDoes) {
            LOG.log(Level.WARNING, "the screen feed was interrupted", nobodyDoes);
        }
    }

    private void obeyWaiting() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
        }
    }

    private void step() throws InterruptedException {
        if (viewers.isEmpty() || failed || !screen.mayLook()) {
            screen.close();
            copy = null;
            orders.take().run();
            return;
        }
        try {
            boolean ready = copy != null && viewers.values().stream().anyMatch(ViewerStream::isReady);
            if ((copy == null || screen.awaitChange(ready ? Duration.ZERO : RESTING)) && isTimeToLook()) {
                look();
            }
            sendToReady();
        } catch (CannotCapture cannot) {
            LOG.log(Level.WARNING, "no picture can be had: " + cannot.reason(), cannot);
            failed = true;
            outlet.failed(cannot.reason());
        } catch (NoLongerAllowed stopped) {
            LOG.fine("consent was taken back while a picture was being sent");
        }
    }

    /** Waits, while obeying orders, until looking again makes sense. @return false when an order came first */
    private boolean isTimeToLook() throws InterruptedException {
        long wait = lastLook + BETWEEN_LOOKS.toNanos() - System.nanoTime();
        if (wait <= 0) {
            return true;
        }
        Runnable order = orders.poll(wait, TimeUnit.NANOSECONDS);
        if (order != null) {
            order.run();
            return false;
        }
        return true;
    }

    private void look() {
        lastLook = System.nanoTime();
        Optional<Picture> picture = screen.look();
        if (picture.isEmpty()) {
            return;
        }
        ScreenShape shape = picture.get().shape();
        ScreenCopy before = copy;
        if (before == null || !before.shape().equals(shape)) {
            ScreenCopy fresh = new ScreenCopy(shape);
            fresh.update(picture.get(), new ChangeMap(shape.width(), shape.height()));
            copy = fresh;
            viewers.values().forEach(viewer -> {
                outlet.layout(viewer.participant(), shape);
                viewer.restart(shape.width(), shape.height());
            });
            return;
        }
        ChangeMap changes = new ChangeMap(shape.width(), shape.height());
        if (before.update(picture.get(), changes)) {
            viewers.values().forEach(viewer -> viewer.changed(changes));
        }
    }

    private void sendToReady() {
        ScreenCopy screenNow = copy;
        if (screenNow != null) {
            viewers.values().stream()
                    .filter(ViewerStream::isReady)
                    .forEach(viewer -> viewer.send(screenNow, writer, outlet));
        }
    }

    /**
     * Looks no more. Takes effect before it returns; the thread ends by itself. It is not interrupted: it may be writing
     * to the relay's socket, and an interrupted write closes the connection on which the end is yet to be told.
     */
    @Override
    public void close() {
        closed = true;
        order(() -> LOG.fine("the screen feed is closed"));
    }
}
