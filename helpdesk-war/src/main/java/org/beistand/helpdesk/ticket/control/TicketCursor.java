package org.beistand.helpdesk.ticket.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place after a row in a sorted list. Given back by a program, it finds the next rows by index, however far down
 * they are and whatever was added meanwhile.
 */
public record TicketCursor(int priorityRank, Instant activeAt, long number) {

    private static final Pattern WRITTEN = Pattern.compile("([1-4])\\.(-?[0-9]{1,17})\\.([0-9]{1,12})");

    static TicketCursor after(TicketRow row) {
        return new TicketCursor(
                row.priority().rank(), row.activeAt(), row.number().value());
    }

    /** @return empty for anything that {@link #toString} never wrote */
    public static Optional<TicketCursor> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var matcher = WRITTEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new TicketCursor(
                Integer.parseInt(matcher.group(1)),
                Instant.EPOCH.plus(Long.parseLong(matcher.group(2)), ChronoUnit.MICROS),
                Long.parseLong(matcher.group(3))));
    }

    @Override
    public String toString() {
        var plain = priorityRank + "." + ChronoUnit.MICROS.between(Instant.EPOCH, activeAt) + "." + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
}
