package org.beistand.helpdesk.session.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The ledger without a database: the same counting over a map. */
final class WrongPinsInMemory implements WrongPins {

    private record Entry(UUID company, Source source, Instant at) {}

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    @Override
    public Count count(UUID company, Source source, Instant since) {
        entries.values().removeIf(entry -> !entry.at().isAfter(since));
        var ofCompany = entries.values().stream()
                .filter(entry -> entry.company().equals(company))
                .toList();
        return new Count(
                ofCompany.size(),
                ofCompany.stream()
                        .filter(entry -> entry.source().equals(source))
                        .count());
    }

    @Override
    public void charge(UUID company, Source source, UUID attempt, Instant at) {
        entries.put(attempt, new Entry(company, source, at));
    }

    @Override
    public void refund(UUID company, UUID attempt) {
        entries.remove(attempt);
    }
}
