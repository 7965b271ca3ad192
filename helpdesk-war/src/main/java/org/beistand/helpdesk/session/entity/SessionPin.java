package org.beistand.helpdesk.session.entity;

import java.util.Optional;

/**
 * Six to nine decimal digits that a technician reads out and a customer types. A PIN exists in clear only in the
 * technician's dialog and in the customer's form; it is stored as a keyed hash and never printed, which is why
 * {@link #toString()} hides it.
 *
 * @param digits 6 to 9 characters, each '0' to '9'
 */
public record SessionPin(String digits) {

    public static final int MIN_DIGITS = 6;
    public static final int MAX_DIGITS = 9;

    /** What somebody may paste around the digits; longer input is not looked at. */
    private static final int MAX_TYPED = 40;

    public SessionPin {
        if (!digits.matches("[0-9]{" + MIN_DIGITS + "," + MAX_DIGITS + "}")) {
            throw new IllegalArgumentException("A session PIN has 6 to 9 digits");
        }
    }

    /**
     * Reads what a customer typed or pasted: spaces, dashes and dots between the digits do not count.
     *
     * @return empty when what remains is not a PIN; the caller answers that exactly like a wrong PIN
     */
    public static Optional<SessionPin> typed(String text) {
        if (text.length() > MAX_TYPED) {
            return Optional.empty();
        }
        var digits = text.replaceAll("[\\s\\p{Z}\\p{Pd}.\u200b\ufeff]", "");
        return digits.matches("[0-9]{" + MIN_DIGITS + "," + MAX_DIGITS + "}")
                ? Optional.of(new SessionPin(digits))
                : Optional.empty();
    }

    public int length() {
        return digits.length();
    }

    /** The PIN in groups of three with narrow gaps to read aloud: {@code 482 910}, {@code 482 910 7}. */
    public String grouped() {
        return digits.replaceAll("(\\d{3})(?=\\d)", "$1 ");
    }

    @Override
    public String toString() {
        return "SessionPin[" + digits.length() + " digits]";
    }
}
