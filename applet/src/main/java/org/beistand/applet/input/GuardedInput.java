package org.beistand.applet.input;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.steering.Steering;
import org.beistand.engine.protocol.grant.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the customer's pointer and keyboard. Asks consent before every single action, and whether the technician
 * is the one who steers, so that taking it back or passing it on holds within one key stroke, however much text is still to
 * be typed. Actions run in order on a thread of their own, numbered
 * ones exactly once: see {@link Turn}. Every press that would land in the applet's own window is dropped: see {@link
 * OwnWindow}. Releases always pass, so that nothing stays held.
 */
public final class GuardedInput implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GuardedInput.class.getName());

    /** Some seconds of the fastest mouse. */
    private static final int MAX_WAITING = 4_096;

    /** From here on movements are left out: the next one says where the pointer is. */
    private static final int MAX_MOVEMENTS = MAX_WAITING / 2;

    /** Hears how far a technician's stream has been dealt with. Called on the input thread; must not wait. */
    @FunctionalInterface
    public interface Progress {
        void dealtWith(String technician, long stream, long number);
    }

    private record Given(InputAction action, Turn turn) {}

    private final List<InputSink.Provider> providers;
    private final Consent consent;
    private final Steering steering;
    private final OwnWindowGate gate;
    private final Progress progress;
    private final TurnLedger ledger = new TurnLedger();
    private final BlockingQueue<Given> actions = new ArrayBlockingQueue<>(MAX_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread worker;
    private @Nullable InputSink sink;
    private volatile boolean closed;

    public GuardedInput(
            List<InputSink.Provider> providers,
            Consent consent,
            Steering steering,
            OwnWindow window,
            Progress progress) {
        this.providers = providers.stream()
                .sorted((one, other) -> Integer.compare(other.preference(), one.preference()))
                .toList();
        this.consent = consent;
        this.steering = steering;
        this.gate = new OwnWindowGate(window);
        this.progress = progress;
        this.worker = Thread.ofPlatform().daemon().name("input").start(this::work);
    }

    /** Does this after everything before it, if it is its turn and allowed by then. From any thread, without waiting. */
    public void give(InputAction action, Turn turn) {
        boolean tooMany = action instanceof InputAction.Move && actions.size() >= MAX_MOVEMENTS;
        if (tooMany || closed || !actions.offer(new Given(action, turn))) {
            LOG.fine("input arrives faster than it can be given: numbered input will come again");
        }
    }

    /** Control was allowed: the first key need not wait until pointer and keyboard are found. Nothing is pressed. */
    public void prepare() {
        give(new InputAction.Prepare(), Turn.OUR_OWN);
    }

    /** What is held goes up once everything received so far is done: its sender's connection is lost. */
    public void releaseAfterwards() {
        give(new InputAction.ReleaseAll(), Turn.OUR_OWN);
    }

    /** What is waiting is forgotten and what is held goes up. Takes effect before it returns; from any thread. */
    public void release() {
        actions.clear();
        letGo();
    }

    /** What is held goes up, and what waits has its turn. Takes effect before it returns; from any thread. */
    public void letGo() {
        releaseHeld();
    }

    private void releaseHeld() {
        lock.lock();
        try {
            if (sink != null) {
                sink.releaseAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (!closed) {
                take(actions.take());
            }
        } catch (InterruptedException closing) {
            LOG.fine("input is closed");
        }
    }

    private void take(Given given) {
        Turn turn = given.turn();
        if (!turn.isNumbered()) {
            perform(given.action(), turn.technician());
            return;
        }
        if (ledger.admits(turn)) {
            perform(given.action(), turn.technician());
        }
        progress.dealtWith(turn.technician(), turn.stream(), ledger.last(turn));
    }

    private void perform(InputAction action, String by) {
        switch (action) {
            case InputAction.Move(int x, int y) -> guarded(by, to -> to.move(x, y));
            case InputAction.Button button -> guarded(by, to -> press(button, to));
            case InputAction.Wheel wheel -> guarded(by, to -> turn(wheel, to));
            case InputAction.Key(KeyStroke stroke) -> typed(by, !stroke.pressed(), to -> to.key(stroke));
            case InputAction.Text(String text) ->
                text.codePoints().forEach(character -> typed(by, false, to -> to.type(character)));
            case InputAction.Prepare ready -> guarded(this::isAllowed, to -> LOG.fine("ready for the first action"));
            case InputAction.ReleaseAll all -> {
                if (by.isEmpty() || steering.isWith(by)) {
                    releaseHeld();
                }
            }
        }
    }

    private void press(InputAction.Button action, InputSink to) {
        to.move(action.x(), action.y());
        if (!action.pressed() || gate.admitsPress(action.x(), action.y())) {
            to.button(action.button(), action.pressed());
        }
    }

    private void turn(InputAction.Wheel action, InputSink to) {
        to.move(action.x(), action.y());
        if (gate.admitsWheel(action.x(), action.y())) {
            to.wheel(action.dx(), action.dy());
        }
    }

    /** The waiting is done without the lock: taking control back must never wait for it. */
    private void typed(String by, boolean always, Consumer<InputSink> action) {
        gate.awaitKeyboard(() -> isWanted(by));
        guarded(by, to -> {
            if (always || gate.admitsTyping()) {
                action.accept(to);
            }
        });
    }

    private boolean isWanted(String by) {
        return steering.isWith(by) && isAllowed();
    }

    private boolean isAllowed() {
        return !closed && consent.allows(Permission.CONTROL);
    }

    private void guarded(String by, Consumer<InputSink> action) {
        guarded(() -> isWanted(by), action);
    }

    private void guarded(BooleanSupplier allowed, Consumer<InputSink> action) {
        lock.lock();
        try {
            if (allowed.getAsBoolean()) {
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
