package org.beistand.applet.input;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.engine.protocol.grant.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the customer's pointer and keyboard. Asks consent before every single action, so that taking it back
 * holds within one key stroke, however much text is still to be typed. Actions run in order on a thread of their own; what
 * a technician sends faster than the system takes it, is dropped, and so is every press that would land in the applet's own
 * window: see {@link OwnWindow}. Releases always pass, so that nothing stays held.
 */
public final class GuardedInput implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GuardedInput.class.getName());

    /** Some seconds of the fastest mouse. */
    private static final int MAX_WAITING = 4_096;

    private final List<InputSink.Provider> providers;
    private final Consent consent;
    private final OwnWindowGate gate;
    private final BlockingQueue<Runnable> actions = new ArrayBlockingQueue<>(MAX_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread worker;
    private @Nullable InputSink sink;
    private volatile boolean closed;

    public GuardedInput(List<InputSink.Provider> providers, Consent consent, OwnWindow window) {
        this.providers = providers.stream()
                .sorted((one, other) -> Integer.compare(other.preference(), one.preference()))
                .toList();
        this.consent = consent;
        this.gate = new OwnWindowGate(window);
        this.worker = Thread.ofPlatform().daemon().name("input").start(this::work);
    }

    public void move(int x, int y) {
        enqueue(() -> guarded(to -> to.move(x, y)));
    }

    /** Moves there and presses or releases; see {@link InputSink#button}. */
    public void button(int x, int y, int button, boolean pressed) {
        enqueue(() -> guarded(to -> {
            to.move(x, y);
            if (!pressed || gate.admitsPress(x, y)) {
                to.button(button, pressed);
            }
        }));
    }

    /** Moves there and turns the wheel; see {@link InputSink#wheel}. */
    public void wheel(int x, int y, int dx, int dy) {
        enqueue(() -> guarded(to -> {
            to.move(x, y);
            if (gate.admitsWheel(x, y)) {
                to.wheel(dx, dy);
            }
        }));
    }

    public void key(KeyStroke stroke) {
        enqueue(() -> typed(!stroke.pressed(), to -> to.key(stroke)));
    }

    /** Types a text character by character. */
    public void type(String text) {
        enqueue(() -> text.codePoints().forEach(character -> typed(false, to -> to.type(character))));
    }

    /** What is waiting is forgotten and what is held goes up. Takes effect before it returns; from any thread. */
    public void release() {
        actions.clear();
        lock.lock();
        try {
            if (sink != null) {
                sink.releaseAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Runnable action) {
        if (isWanted() && !actions.offer(action)) {
            LOG.warning("input arrives faster than it can be given: some is left out");
        }
    }

    private void work() {
        try {
            while (!closed) {
                actions.take().run();
            }
        } catch (InterruptedException closing) {
            LOG.fine("input is closed");
        }
    }

    /** The waiting is done without the lock: taking control back must never wait for it. */
    private void typed(boolean always, Consumer<InputSink> action) {
        gate.awaitKeyboard(this::isWanted);
        guarded(to -> {
            if (always || gate.admitsTyping()) {
                action.accept(to);
            }
        });
    }

    private boolean isWanted() {
        return !closed && consent.allows(Permission.CONTROL);
    }

    private void guarded(Consumer<InputSink> action) {
        lock.lock();
        try {
            if (isWanted()) {
                open().ifPresent(action);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "an action could not be given to the system", failed);
        } finally {
            lock.unlock();
        }
    }

    private Optional<InputSink> open() {
        if (sink == null) {
            for (InputSink.Provider provider : providers) {
                Optional<InputSink> opened = provider.open();
                if (opened.isPresent()) {
                    sink = opened.get();
                    LOG.log(Level.INFO, "input by {0}", opened.get().name());
                    break;
                }
            }
        }
        return Optional.ofNullable(sink);
    }

    /** Releases everything and leaves the keyboard as it was found. */
    @Override
    public void close() {
        closed = true;
        release();
        worker.interrupt();
        lock.lock();
        try {
            if (sink != null) {
                sink.close();
                sink = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
