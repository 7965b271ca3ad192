package org.beistand.helpdesk.session.control;

import java.security.SecureRandom;
import org.beistand.helpdesk.session.entity.SessionPin;

/**
 * Makes PINs and decides how long they are. SESSION-FLOW 2.
 *
 * <p>Every PIN is drawn evenly from all numbers of its length, so no guess is better than another. The length is the
 * company's policy (six digits unless it says otherwise), and longer in two cases that together carry the promise of
 * {@code docs/adr/0301-guessing-a-pin.md}:
 *
 * <ul>
 *   <li>At most {@link #LIVING_PER_MILLION} PINs of a million possible ones live at a time: the sixteenth
 *       six-digit PIN of a busy company becomes one of seven digits. A guess then never hits with more than 15 in
 *       a million, however many customers are waited for.
 *   <li>While a flood of wrong PINs is on, new PINs have nine digits.
 * </ul>
 */
public final class PinMint {

    /** The density of living PINs that a length may reach before the next length is used. */
    public static final int LIVING_PER_MILLION = 15;

    private static final int MILLION_DIGITS = 6;

    private final SecureRandom random;

    public PinMint(SecureRandom random) {
        this.random = random;
    }

    /** How many PINs of one length a company has alive just now. */
    @FunctionalInterface
    public interface Living {
        long ofLength(int digits);
    }

    /**
     * @param policyDigits the company's wish, brought into 6 to 9
     * @param flood whether a flood of wrong PINs is on for the company
     * @return the number of digits for the next PIN
     */
    public int length(int policyDigits, boolean flood, Living living) {
        if (flood) {
            return SessionPin.MAX_DIGITS;
        }
        var length = Math.clamp(policyDigits, SessionPin.MIN_DIGITS, SessionPin.MAX_DIGITS);
        while (length < SessionPin.MAX_DIGITS && living.ofLength(length) >= mostLiving(length)) {
            length++;
        }
        return length;
    }

    /** One PIN, evenly drawn; whether it is taken already is for the database's unique index to say. */
    public SessionPin draw(int digits) {
        var number = random.nextInt(Math.toIntExact(Math.round(Math.pow(10, digits))));
        return new SessionPin(("%0" + digits + "d").formatted(number));
    }

    private static long mostLiving(int digits) {
        return LIVING_PER_MILLION * Math.round(Math.pow(10, digits - MILLION_DIGITS));
    }
}
