package org.beistand.integration.directory;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody in the directory.
 *
 * @param guid the same for ever, whatever happens to the name
 * @param dn where the entry is now
 * @param accountName login name in the domain, at most 20 characters
 * @param principalName {@code name@suffix}, or empty
 * @param displayName never empty
 * @param department may be empty, as {@code email}
 * @param mark differs after every change of the entry, as long as the same controller is asked
 * @param groups which of the groups asked for the person is in, directly, by nesting or as the primary group
 */
public record ForeignPerson(
        UUID guid,
        String dn,
        String accountName,
        String principalName,
        String displayName,
        String department,
        String email,
        Standing standing,
        String mark,
        Set<UUID> groups) {

    /** Whether the person may sign in over there. Somebody locked out by wrong passwords may, a little later. */
    public enum Standing {
        ACTIVE,
        DISABLED,
        EXPIRED
    }

    public ForeignPerson {
        groups = Set.copyOf(groups);
    }
}
