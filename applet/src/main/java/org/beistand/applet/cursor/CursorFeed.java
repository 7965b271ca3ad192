package org.beistand.applet.cursor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.engine.protocol.grant.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the customer's pointer for those who look: tells each viewer its look, and its place when somebody else
 * has moved it. Asks consent before every look and before every word. Everything happens on one thread of its own; the
 * methods only leave orders for it and may be called from anywhere.
 */
public final class CursorFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CursorFeed.class.getName());

    /** Thirty times a second: smooth for one who looks on, and little beside a picture. */
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(33).toNanos();

    private static final Duration RESTING = Duration.ofSeconds(60);

    /** Takes what is to be sent, on the feed's thread. */
    public interface Outlet {

        /** @param withPixels false: this viewer has had the image with this number */
        void shape(int participant, int number, CursorImage image, boolean withPixels);

        /** What the pointer looks like is not known here. */
        void unknownShape(int participant);

        /** @param own by this technician: it is said for the recording only */
        void moved(int participant, int x, int y, boolean own);
    }

    private final List<CursorSource.Provider> providers;
    private final Consent consent;
    private final Outlet outlet;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final Map<Integer, ToldViewer> viewers = new ConcurrentHashMap<>();
    private final ImageNumbers numbers = new ImageNumbers();
    private volatile @Nullable CursorSource source;
    private boolean impossible;
    private volatile boolean closed;

    public CursorFeed(List<? extends CursorSource.Provider> providers, Consent consent, Outlet outlet) {
        this.providers = providers.stream()
                .sorted(Comparator.comparingInt(CursorSource.Provider::preference)
                        .reversed())
                .map(CursorSource.Provider.class::cast)
                .toList();
        this.consent = consent;
        this.outlet = outlet;
        Thread.ofPlatform().daemon().name("pointer").start(this::work);
    }

    /**
     * This viewer wants to know from now on, and knows nothing yet.
     *
     * @param recorded it is told of its technician's own movements, too
     */
    public void add(int participant, boolean recorded) {
        order(() -> viewers.put(participant, new ToldViewer(recorded)));
    }

    public void remove(int participant) {
        order(() -> viewers.remove(participant));
    }

    public void removeAll() {
        order(viewers::clear);
    }

    /** This technician has moved the pointer there, and need not be told. Without waiting. */
    public void movedBy(int participant, int x, int y) {
        ToldViewer viewer = viewers.get(participant);
        if (viewer != null) {
            viewer.movedIt(x, y, System.nanoTime());
        }
    }

    private void order(Runnable order) {
        orders.add(order);
        CursorSource open = source;
        if (open != null) {
            open.wake();
        }
    }

    private boolean mayLook() {
        return !closed && consent.allows(Permission.VIEW);
    }

    private void work() {
        try {
            while (!closed) {
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                step();
            }
        } catch (InterruptedException nobodyDoes) {
            LOG.log(Level.WARNING, "the pointer's feed was interrupted", nobodyDoes);
        } finally {
            closeSource();
        }
    }

    private void step() throws InterruptedException {
        if (viewers.isEmpty() || impossible || !mayLook()) {
            closeSource();
            orders.take().run();
            return;
        }
        try {
            CursorSource open = open();
            long started = System.nanoTime();
            CursorLook look = open.look();
            viewers.forEach((participant, viewer) -> tell(participant, viewer, look));
            long hidden = viewers.values().stream()
                    .mapToLong(viewer -> viewer.hiddenFor(started))
                    .filter(nanos -> nanos > 0)
                    .min()
                    .orElse(RESTING.toNanos());
            open.awaitChange(Duration.ofNanos(hidden));
            Runnable order = orders.poll(started + BETWEEN_LOOKS_NANOS - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (order != null) {
                order.run();
            }
        } catch (RuntimeException failed) { // a picture without a pointer is better than none
            LOG.log(Level.WARNING, "the pointer cannot be followed", failed);
            impossible = true;
        }
    }

    private CursorSource open() {
        CursorSource open = source;
        if (open == null) {
            open = providers.stream()
                    .flatMap(provider -> provider.open().stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing here tells of the pointer"));
            source = open;
            LOG.log(Level.INFO, "pointer by {0}", open.name());
        }
        return open;
    }

    private void tell(int participant, ToldViewer viewer, CursorLook look) {
        int number = look.image().map(numbers::of).orElse(0);
        if (viewer.lacks(number) && mayLook()) {
            boolean withPixels = viewer.show(number);
            Optional<CursorImage> image = look.image();
            image.ifPresentOrElse(
                    known -> outlet.shape(participant, number, known, withPixels),
                    () -> outlet.unknownShape(participant));
        }
        if (viewer.hiddenFor(System.nanoTime()) == 0 && viewer.isNews(look.x(), look.y()) && mayLook()) {
            outlet.moved(participant, look.x(), look.y(), false);
        } else if (viewer.isNewsForTheRecording(look.x(), look.y()) && mayLook()) {
            outlet.moved(participant, look.x(), look.y(), true);
        }
    }

    private void closeSource() {
        CursorSource open = source;
        source = null;
        if (open != null) {
            open.close();
        }
    }

    /** Tells nothing more. Takes effect before it returns; the thread ends by itself. */
    @Override
    public void close() {
        closed = true;
        order(() -> LOG.fine("the pointer's feed is closed"));
    }
}
