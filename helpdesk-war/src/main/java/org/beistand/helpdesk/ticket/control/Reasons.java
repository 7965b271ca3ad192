package org.beistand.helpdesk.ticket.control;

import java.util.Optional;
import java.util.function.Function;

/** Why something was not sent: codes, each with a colon behind it, and at last what the other side said, as it said it. */
public final class Reasons {

    private Reasons() {}

    /** @param words of a code; empty for what is none */
    public static String inWords(String reason, Function<String, Optional<String>> words) {
        String[] parts = reason.split(": ", 2);
        return words.apply(parts[0])
                .map(known -> parts.length == 1 ? known : known + ": " + inWords(parts[1], words))
                .orElse(reason);
    }
}
