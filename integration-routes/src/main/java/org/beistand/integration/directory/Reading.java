package org.beistand.integration.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a look into the directory gave: all that was asked for, or nothing. */
public sealed interface Reading {

    /**
     * Everything.
     *
     * @param server that answered
     * @param domain the domain's short name, as in {@code CORP\name}; empty if it is not told
     * @param groups those asked for, as they are called now
     * @param people members of at least one of them, whatever their standing
     * @param elsewhere of those asked about, who is in the directory but in none of the groups
     */
    record Complete(
            String server,
            String domain,
            Map<UUID, ForeignGroup> groups,
            List<ForeignPerson> people,
            Set<UUID> elsewhere)
            implements Reading {
        public Complete {
            groups = Map.copyOf(groups);
            people = List.copyOf(people);
            elsewhere = Set.copyOf(elsewhere);
        }
    }

    /** Nothing that could be relied on. */
    record Failed(Fault fault) implements Reading {}
}
