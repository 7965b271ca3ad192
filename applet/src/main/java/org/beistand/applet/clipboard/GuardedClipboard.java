package org.beistand.applet.clipboard;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.engine.protocol.grant.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the customer's clipboard. Asks consent before every look and every change, for each direction its own.
 * Everything happens on one thread of its own, because whoever holds a clipboard may keep us waiting; the methods only
 * leave orders for it and may be called from anywhere.
 */
public final class GuardedClipboard implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GuardedClipboard.class.getName());

    private static final Duration RESTING = Duration.ofMinutes(10);

    /** Programs announce one copy in several steps; and by then the toolkit knows whether it was our own. */
    private static final Duration SETTLING = Duration.ofMillis(150);

    /** Hears what the customer's clipboard has, on the clipboard's thread; must not wait. */
    @FunctionalInterface
    public interface Outlet {

        /** @param forms of what was copied; empty: nothing that can be sent, or what a technician has put there */
        void holds(Set<Form> forms);
    }

    /** What became of a reading or a putting. */
    public enum Outcome {
        DONE,
        NOT_PERMITTED,
        /** Nothing is held that could be sent. */
        EMPTY,
        TOO_LARGE,
        /** Of what is held nothing may pass, or another program does not give it. */
        UNUSABLE
    }

    /** @param clip empty unless the outcome is DONE */
    public record Taken(Outcome outcome, Optional<Clip> clip) {}

    private final ClipboardBridge bridge;
    private final List<ClipboardWatch.Provider> providers;
    private final Consent consent;
    private final Outlet outlet;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private volatile @Nullable ClipboardWatch watch;
    private boolean watching;
    private boolean news;
    private volatile boolean closed;

    public GuardedClipboard(
            ClipboardBridge bridge, List<ClipboardWatch.Provider> providers, Consent consent, Outlet outlet) {
        this.bridge = bridge;
        this.providers = providers.stream()
                .sorted(Comparator.comparingInt(ClipboardWatch.Provider::preference)
                        .reversed())
                .toList();
        this.consent = consent;
        this.outlet = outlet;
        Thread.ofPlatform().daemon().name("clipboard").start(this::work);
    }

    /** From now on the outlet hears what there is, and of every change; while it is allowed. */
    public void watch(boolean wanted) {
        order(() -> {
            news |= wanted && !watching;
            watching = wanted;
        });
    }

    /** What the customer's clipboard holds. @param then on the clipboard's thread */
    public void read(Consumer<Taken> then) {
        order(() -> then.accept(read()));
    }

    /** Into the customer's clipboard. @param then on the clipboard's thread: DONE, NOT_PERMITTED or UNUSABLE */
    public void put(Clip clip, Consumer<Outcome> then) {
        order(() -> then.accept(put(clip)));
    }

    private void order(Runnable order) {
        orders.add(order);
        ClipboardWatch open = watch;
        if (open != null) {
            open.wake();
        }
    }

    private boolean allows(Permission permission) {
        return !closed && consent.allows(permission);
    }

    private Taken read() {
        if (!allows(Permission.CLIPBOARD_OUT)) {
            return new Taken(Outcome.NOT_PERMITTED, Optional.empty());
        }
        try {
            Map<Form, byte[]> held = bridge.read();
            Clip clip = Passage.outwards(held);
            if (!clip.isEmpty()) {
                return new Taken(Outcome.DONE, Optional.of(clip));
            }
            boolean tooLarge = held.entrySet().stream()
                    .anyMatch(part -> part.getValue().length > part.getKey().mostBytes());
            Outcome why = held.isEmpty() ? Outcome.EMPTY : tooLarge ? Outcome.TOO_LARGE : Outcome.UNUSABLE;
            return new Taken(why, Optional.empty());
        } catch (RuntimeException failed) {
            LOG.log(Level.INFO, "the clipboard was not read", failed);
            return new Taken(Outcome.UNUSABLE, Optional.empty());
        }
    }

    private Outcome put(Clip clip) {
        if (!allows(Permission.CLIPBOARD_IN)) {
            return Outcome.NOT_PERMITTED;
        }
        try {
            bridge.put(clip);
            return Outcome.DONE;
        } catch (RuntimeException failed) {
            LOG.log(Level.INFO, "the clipboard was not changed", failed);
            return Outcome.UNUSABLE;
        }
    }

    private void tell() {
        if (allows(Permission.CLIPBOARD_OUT)) {
            outlet.holds(bridge.isOurs() ? Set.of() : bridge.forms());
        }
    }

    private void work() {
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptedException nobodyDoes) {
            LOG.log(Level.WARNING, "the clipboard's thread was interrupted", nobodyDoes);
        } finally {
            closeWatch();
        }
    }

    private void step() throws InterruptedException {
        if (!watching || !allows(Permission.CLIPBOARD_OUT)) {
            closeWatch();
            run(orders.take());
            return;
        }
        Runnable order = orders.poll();
        ClipboardWatch open = watch;
        if (order != null) {
            run(order);
        } else if (open == null) {
            run(this::openWatch); // and looks for orders once more: from now on they wake us
        } else if (news) {
            news = false;
            run(this::tell);
        } else if (open.await(RESTING)) {
            settle();
            news = true;
        }
    }

    /** A session without its clipboard is better than none. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the clipboard failed", failed);
        }
    }

    /** What is ordered meanwhile has its turn. */
    private void settle() throws InterruptedException {
        long until = System.nanoTime() + SETTLING.toNanos();
        for (long left = SETTLING.toNanos(); left > 0; left = until - System.nanoTime()) {
            Runnable order = orders.poll(left, TimeUnit.NANOSECONDS);
            if (order != null) {
                run(order);
            }
        }
    }

    private void openWatch() {
        Optional<ClipboardWatch> opened =
                providers.stream().flatMap(provider -> provider.open().stream()).findFirst();
        watching = opened.isPresent();
        if (opened.isPresent()) {
            watch = opened.get();
            LOG.log(Level.INFO, "clipboard watched by {0}", opened.get().name());
        } else { // it can be fetched all the same
            LOG.warning("nothing here tells of the clipboard");
            tell();
        }
    }

    private void closeWatch() {
        ClipboardWatch open = watch;
        watch = null;
        if (open != null) {
            open.close();
        }
    }

    /** Moves nothing more. Takes effect before it returns; the thread ends by itself. */
    @Override
    public void close() {
        closed = true;
        order(() -> LOG.fine("the clipboard is closed"));
    }
}
