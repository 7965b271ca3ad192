package org.beistand.applet.platform.x11;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * Characters that the customer's keyboard lacks are typed by keys that mean nothing there: each is lent one keysym and
 * keeps it. Programs fetch the new meaning some time after the key's first event; a key that changes its meaning while
 * they do so types the wrong character (measured: one re-used key loses most of them). So the longest unused key is
 * taken back first, and only when it has rested.
 */
final class SpareKeycodes {

    /** A program that has not fetched a key's meaning by then is not reading its keyboard at all. */
    static final Duration REST = Duration.ofMillis(120);

    /** Lends a key a meaning; {@link Keysyms#NO_SYMBOL} takes it back. */
    interface Lend {
        void keysym(int keycode, long keysym);
    }

    /** Waits; the caller's clock moves on. */
    interface Pause {
        void nanos(long nanos);
    }

    private record Loan(int keycode, long lastUsed) {}

    private final Lend lend;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /** By keysym, the longest unused first. */
    private final LinkedHashMap<Long, Loan> loans = new LinkedHashMap<>();

    SpareKeycodes(Lend lend, LongSupplier nanoTime, Pause pause) {
        this.lend = lend;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * A key that gives this keysym from now on.
     *
     * @param spare keycodes that mean nothing at the moment
     * @return empty when this keyboard has no spare key at all
     */
    OptionalInt keycode(long keysym, List<Integer> spare) {
        Loan known = loans.remove(keysym);
        int keycode;
        if (known != null) {
            keycode = known.keycode();
        } else if (!spare.isEmpty()) {
            keycode = lend(spare.getFirst(), keysym);
        } else if (!loans.isEmpty()) {
            keycode = lend(takeOldest(), keysym);
        } else {
            return OptionalInt.empty();
        }
        loans.putLast(keysym, new Loan(keycode, nanoTime.getAsLong()));
        return OptionalInt.of(keycode);
    }

    private int lend(int keycode, long keysym) {
        lend.keysym(keycode, keysym);
        return keycode;
    }

    private int takeOldest() {
        Loan oldest = loans.pollFirstEntry().getValue();
        long rested = nanoTime.getAsLong() - oldest.lastUsed();
        if (rested < REST.toNanos()) {
            pause.nanos(REST.toNanos() - rested);
        }
        return oldest.keycode();
    }

    /** Forgets loans that somebody else has overwritten: the customer changed the layout. */
    void forgetOverwritten(IntToLongFunction symbolNow) {
        loans.entrySet().removeIf(loan -> symbolNow.applyAsLong(loan.getValue().keycode()) != loan.getKey());
    }

    /** Keycodes that carry a character of ours. */
    Set<Integer> borrowed() {
        Set<Integer> keycodes = new HashSet<>();
        loans.values().forEach(loan -> keycodes.add(loan.keycode()));
        return keycodes;
    }

    /** Leaves the keyboard as it was found. */
    void giveBack() {
        for (Iterator<Map.Entry<Long, Loan>> all = loans.entrySet().iterator(); all.hasNext(); ) {
            lend.keysym(all.next().getValue().keycode(), Keysyms.NO_SYMBOL);
            all.remove();
        }
    }
}
