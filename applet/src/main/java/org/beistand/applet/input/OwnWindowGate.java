package org.beistand.applet.input;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Keeps a technician's presses out of the applet's own window. The keyboard follows a click with some delay, and the
 * window learns of it later still: who clicks elsewhere and types at once is given that time, so that no first letter is
 * lost. Used by the input thread only.
 */
final class OwnWindowGate {

    /** A desktop that needs longer to move the keyboard is stuck. */
    private static final Duration FOCUS_TIME = Duration.ofSeconds(2);

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(2).toNanos();

    private final OwnWindow window;

    /** A click elsewhere may be taking the keyboard out of the window right now. */
    private boolean clickedElsewhere;

    OwnWindowGate(OwnWindow window) {
        this.window = window;
    }

    /** Whether a button may go down there, or the wheel turn. */
    boolean admitsPress(int x, int y) {
        boolean admitted = !window.covers(x, y);
        clickedElsewhere = admitted;
        return admitted;
    }

    boolean admitsWheel(int x, int y) {
        return !window.covers(x, y);
    }

    boolean admitsTyping() {
        return !window.hasKeyboard();
    }

    /** After a click elsewhere: waits until the keyboard has followed it, once. @param wanted false ends the waiting */
    void awaitKeyboard(BooleanSupplier wanted) {
        long start = System.nanoTime();
        while (clickedElsewhere && window.hasKeyboard() && wanted.getAsBoolean()) {
            clickedElsewhere = System.nanoTime() - start < FOCUS_TIME.toNanos();
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        clickedElsewhere = false;
    }
}
