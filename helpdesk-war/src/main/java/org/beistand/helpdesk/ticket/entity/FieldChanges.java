package org.beistand.helpdesk.ticket.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one edit really changes, noted field by field while it is done. */
final class FieldChanges {

    private final List<FieldChange> entries = new ArrayList<>();
    private final UUID ticket;
    private final Author by;
    private final Instant at;

    FieldChanges(UUID ticket, Author by, Instant at) {
        this.ticket = ticket;
        this.by = by;
        this.at = at;
    }

    List<FieldChange> entries() {
        return entries;
    }

    /** @return what the field holds from now on */
    String text(TicketField field, String from, Optional<String> to) {
        to.ifPresent(next -> note(field, from, next));
        return to.orElse(from);
    }

    void note(TicketField field, String from, String to) {
        if (!from.equals(to)) {
            entries.add(new FieldChange(ticket, field, from, to, by, at));
        }
    }
}
