package org.beistand.integration.sms;

import java.util.Optional;

/** A number as the whole world dials it (E.164): {@code +} and 7 to 15 digits, no zero in front. */
public record PhoneNumber(String value) {

    private static final String E164 = "\\+[1-9]\\d{6,14}";

    public PhoneNumber {
        if (!value.matches(E164)) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /**
     * What people write: with blanks, brackets, strokes, {@code 00} for {@code +}, or as at home with one zero.
     *
     * @param countryCode digits to put before a number that begins with one zero; empty if there is no home
     */
    public static Optional<PhoneNumber> read(String text, String countryCode) {
        String bare = text.strip().replaceAll("\\(0\\)", "").replaceAll("[\\s()/.\\-\\u00a0\\u2010-\\u2015]", "");
        String whole = bare;
        if (bare.startsWith("00")) {
            whole = "+" + bare.substring(2);
        } else if (bare.startsWith("0") && !countryCode.isEmpty()) {
            whole = "+" + countryCode + bare.substring(1);
        }
        return whole.matches(E164) ? Optional.of(new PhoneNumber(whole)) : Optional.empty();
    }

    String digits() {
        return value.substring(1);
    }
}
