package org.beistand.helpdesk.ticket.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number people say on the telephone, such as {@code INC-1042}. Unique within one company, given in order, never
 * used again.
 *
 * @param value 1 to 999,999,999,999
 */
public record TicketNumber(long value) implements Comparable<TicketNumber> {

    /** Where a company starts: four digits from the first ticket on, so that columns and e-mails line up. */
    public static final TicketNumber FIRST = new TicketNumber(1001);

    private static final String PREFIX = "INC-";
    private static final long LARGEST = 999_999_999_999L;
    private static final Pattern WRITTEN = Pattern.compile("INC-?([0-9]{1,12})");

    public TicketNumber {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("A ticket number lies between 1 and " + LARGEST + ", not " + value);
        }
    }

    /**
     * Reads what a person or a program wrote.
     *
     * @return empty for anything that is not a ticket number, however it is spelled
     */
    public static Optional<TicketNumber> read(String text) {
        var matcher = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var value = Long.parseLong(matcher.group(1));
        return value == 0 ? Optional.empty() : Optional.of(new TicketNumber(value));
    }

    @Override
    public int compareTo(TicketNumber other) {
        return Long.compare(value, other.value);
    }

    /** The written form, {@code INC-1042}. */
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
