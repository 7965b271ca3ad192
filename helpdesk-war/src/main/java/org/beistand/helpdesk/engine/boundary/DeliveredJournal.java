package org.beistand.helpdesk.engine.boundary;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;

/**
 * A journal as it came. An entry that is none (of a later applet, or a hostile one) is left out: an applet delivers what was
 * not taken again and again, and everything behind it would wait for ever.
 */
final class DeliveredJournal {

    private static final Logger LOG = Logger.getLogger(DeliveredJournal.class.getName());

    private DeliveredJournal() {}

    /** @throws Refusal for anything that is not a journal, or has too many entries */
    static Journal read(byte[] body) {
        Journal journal;
        try {
            journal = Json.read(body, Journal.class);
        } catch (JsonRefused someEntryIsNone) {
            return new Journal(entries(body).stream()
                    .flatMap(entry -> readable(entry).stream())
                    .toList());
        }
        limit(journal.entries());
        return journal;
    }

    private static List<?> entries(byte[] body) {
        try {
            if (Json.readObject(body).get("entries") instanceof List<?> entries) {
                limit(entries);
                return entries;
            }
        } catch (JsonRefused refused) {
            LOG.log(Level.FINE, "No JSON object", refused);
        }
        throw new Refusal(Status.PROTOCOL_ERROR, "not readable");
    }

    private static void limit(List<?> entries) {
        if (entries.size() > Journal.MOST) {
            throw new Refusal(Status.TOO_LARGE, "too many entries at once");
        }
    }

    private static Optional<JournalEntry> readable(Object entry) {
        try {
            return Optional.of(Json.read(Json.write(entry), JournalEntry.class));
        } catch (JsonRefused refused) {
            LOG.log(Level.INFO, "A journal entry was left out: {0}", refused.getMessage());
            return Optional.empty();
        }
    }
}
