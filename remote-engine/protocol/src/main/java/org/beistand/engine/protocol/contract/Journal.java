package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Request of {@code POST applet/journal}: what the applet saw, oldest first. Answered 204, also for entries that were
 * delivered before; until then the applet keeps them.
 *
 * @param entries at most {@link #MOST}
 */
public record Journal(List<JournalEntry> entries) {

    /** Entries in one request: 100 chat lines of 4,000 characters stay below the limit of a JSON document. */
    public static final int MOST = 50;

    public Journal {
        entries = List.copyOf(requireNonNull(entries, "entries"));
    }
}
