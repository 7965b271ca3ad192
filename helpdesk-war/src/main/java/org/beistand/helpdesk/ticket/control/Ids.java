package org.beistand.helpdesk.ticket.control;

import java.util.Optional;
import java.util.UUID;

/** Ids as addresses name them: what is not one names nothing. */
final class Ids {

    private Ids() {}

    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
