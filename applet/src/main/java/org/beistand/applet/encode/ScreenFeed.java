package org.beistand.applet.encode;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/**
 * SESSION-FLOW 7 (picture): looks at the screen when something was drawn, and sends each viewer what it lacks. Everything
 * happens on one thread of its own; the methods only leave orders for it and may be called from anywhere.
 */
public final class ScreenFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ScreenFeed.class.getName());

    /** A little more than sixty looks a second: what screens show, without missing every tenth of a steady sixty. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(14);

    /** For so long after input the answer to it is looked for at once. */
    private static final Duration ANSWERING = Duration.ofMillis(250);

    private static final Duration BETWEEN_LOOKS_ANSWERING = Duration.ofMillis(4);

    /** A program draws one change in several steps: a look between two of them would cost a picture more. */
    private static final Duration SETTLING = Duration.ofMillis(1);

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

    private final GuardedScreen screen;
    private final Outlet outlet;
    private final LossyCoders lossy;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final Audience viewers = new Audience();
    private @Nullable ScreenCopy copy;
    private boolean failed;

    /** Whether there is something to send as soon as a viewer has shown what it has. */
    private volatile boolean awaitsShown;

    private long lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    /** Since when something is drawn that no look has seen yet, as far as that is known. */
    private Optional<Long> drawnSince = Optional.empty();

    private volatile long lastInput = System.nanoTime() - ANSWERING.toNanos();
    private volatile boolean closed;

    public ScreenFeed(GuardedScreen screen, LossyCoders lossy, Outlet outlet) {
        this.screen = screen;
        this.lossy = lossy;
        this.outlet = new AllowedOutlet(outlet, () -> !closed && screen.mayLook());
        Thread.ofPlatform().daemon().name("screen").start(this::work);
    }

    /**
     * A technician who may look agrees on keys just now: what takes time is done meanwhile. Ends with add or remove.
     *
     * @param features as in {@link #add}
     */
    public void expect(int participant, Collection<String> features) {
        order(() -> viewers.expect(stream(participant, features)));
    }

    /**
     * A technician may look from now on. Known participants start afresh.
     *
     * @param features what the technician's viewer understands, as it said in Hello
     */
    public void add(int participant, Collection<String> features) {
        order(() -> {
            failed = false;
            ViewerStream viewer = viewers.add(participant, () -> stream(participant, features));
            ScreenCopy seen = copy;
            if (seen != null) {
                outlet.layout(participant, seen.shape());
                viewer.restart(seen.shape().width(), seen.shape().height());
            }
        });
    }

    /** Sizes are told as soon as one is known. */
    private ViewerStream stream(int participant, Collection<String> features) {
        return new ViewerStream(participant, features, lossy, 1, 1);
    }

    public void remove(int participant) {
        order(() -> viewers.forget(participant));
    }

    public void removeAll() {
        order(viewers::forgetAll);
    }

    /** The viewer has painted this picture. */
    public void shown(int participant, long picture) {
        long now = System.nanoTime();
        orders.add(forViewer(participant, viewer -> viewer.shown(picture, now)));
        if (awaitsShown) { // else it is early enough before the next look: a rested screen need not be woken for it
            screen.wake();
        }
    }

    /** A technician has just done something: what answers it is shown without waiting for the next look's turn. */
    public void inputGiven() {
        lastInput = System.nanoTime();
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
        order(forViewer(participant, action));
    }

    private Runnable forViewer(int participant, Consumer<ViewerStream> action) {
        return () -> viewers.find(participant).ifPresent(action);
    }

    private void order(Runnable order) {
        orders.add(order);
        screen.wake();
    }

    private void work() {
        try (screen) {
            while (!closed) {
                obeyWaiting();
                step();
            }
        } catch (InterruptedException nobodyDoes) {
            LOG.log(Level.WARNING, "the screen feed was interrupted", nobodyDoes);
        } finally {
            viewers.forgetAll();
        }
    }

    private void obeyWaiting() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
        }
    }

    private void step() throws InterruptedException {
        if (!viewers.isAwaited() || failed || !screen.mayLook()) {
            screen.close();
            copy = null;
            orders.take().run();
            return;
        }
        try {
            if (viewers.isEmpty()) {
                lookAhead();
                return;
            }
            awaitsShown = viewers.any(ViewerStream::awaitsShown);
            obeyWaiting(); // what came before it was known to be waited for
            if (!viewers.any(ViewerStream::isOpen)) {
                awaitOrder(RESTING.toNanos()); // whoever looks before it can be sent looks at something old
                return;
            }
            boolean more = copy != null && viewers.any(ViewerStream::isReady);
            boolean drawn = copy == null || screen.awaitChange(more ? Duration.ZERO : untilRepair());
            if (drawn && drawnSince.isEmpty()) {
                drawnSince = Optional.of(System.nanoTime());
            }
            if (drawn && isTimeToLook(more)) {
                look();
            }
            sendToReady();
        } catch (CannotCapture cannot) {
            LOG.log(Level.WARNING, "no picture can be had: " + cannot.reason(), cannot);
            failed = true;
            outlet.failed(cannot.reason());
        } catch (AllowedOutlet.NoLongerAllowed stopped) {
            LOG.fine("consent was taken back while a picture was being sent");
        }
    }

    /** One look for those who will be here in a moment; what changes until then is seen by the next. */
    private void lookAhead() throws InterruptedException {
        if (copy != null) {
            orders.take().run();
        } else if (isTimeToLook(false)) {
            look();
        }
    }

    /** How long to rest when nothing happens. */
    private Duration untilRepair() {
        long now = System.nanoTime();
        long due = RESTING.toNanos();
        for (ViewerStream viewer : viewers.all()) {
            due = Math.min(due, viewer.repairDueIn(now));
        }
        return Duration.ofNanos(due);
    }

    /**
     * Whether looking again makes sense already; waits for it, unless there is something to send meanwhile.
     *
     * @return false when an order came first
     */
    private boolean isTimeToLook(boolean more) throws InterruptedException {
        long now = System.nanoTime();
        boolean answering = now - lastInput < ANSWERING.toNanos();
        long rested = lastLook + (answering ? BETWEEN_LOOKS_ANSWERING : BETWEEN_LOOKS).toNanos();
        long settled = drawnSince.orElse(now) + SETTLING.toNanos();
        long wait = Math.max(rested - now, copy == null ? 0 : settled - now);
        if (wait <= 0) {
            return true;
        }
        return !more && !awaitOrder(wait);
    }

    /** @return whether one came, and was obeyed */
    private boolean awaitOrder(long nanos) throws InterruptedException {
        Runnable order = orders.poll(nanos, TimeUnit.NANOSECONDS);
        if (order != null) {
            order.run();
        }
        return order != null;
    }

    private void look() {
        lastLook = System.nanoTime();
        drawnSince = Optional.empty();
        Optional<Picture> picture = screen.look();
        if (picture.isEmpty()) {
            return;
        }
        ScreenShape shape = picture.get().shape();
        ScreenCopy before = copy;
        if (before == null || !before.shape().equals(shape)) {
            copy = new ScreenCopy(picture.get());
            viewers.all().forEach(viewer -> {
                outlet.layout(viewer.participant(), shape);
                viewer.restart(shape.width(), shape.height());
            });
            return;
        }
        before.update(picture.get(), lastLook).ifPresent(look -> viewers.all().forEach(viewer -> viewer.changed(look)));
    }

    private void sendToReady() {
        ScreenCopy screenNow = copy;
        if (screenNow != null) {
            for (ViewerStream viewer : viewers.all()) {
                long now = System.nanoTime();
                if (viewer.isReady() || viewer.repairDueIn(now) == 0) {
                    viewer.send(screenNow, outlet, now);
                }
            }
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
