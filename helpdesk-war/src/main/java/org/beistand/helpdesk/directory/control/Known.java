package org.beistand.helpdesk.directory.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.platform.security.Role;

/**
 * What is known here before an import: every account, whose it is over there, and what groups mean.
 *
 * @param refused people over there who are not the person of the account that was proposed for them
 */
public record Known(List<Here> accounts, List<Meaning> groups, Set<UUID> refused) {

    public Known {
        accounts = List.copyOf(accounts);
        groups = List.copyOf(groups);
        refused = Set.copyOf(refused);
    }

    /**
     * An account and its person.
     *
     * @param guid of the person over there; empty for an account that was made here
     * @param presence where an import saw the person last; meaningless without a guid
     */
    public record Here(
            UUID account,
            Optional<UUID> guid,
            Presence presence,
            String loginName,
            String displayName,
            String department,
            String email,
            Role role,
            Set<UUID> channels,
            boolean active) {}

    /** What it means to be in a group. @param team empty for none */
    public record Meaning(UUID guid, Role role, String team, Set<UUID> channels) {}

    /** People over there who have an account here. */
    Map<UUID, Here> byGuid() {
        Map<UUID, Here> byGuid = new HashMap<>();
        accounts.forEach(one -> one.guid().ifPresent(guid -> byGuid.put(guid, one)));
        return byGuid;
    }

    /** Accounts that were made here and belong to nobody over there. */
    Collection<Here> local() {
        return accounts.stream().filter(one -> one.guid().isEmpty()).toList();
    }

    boolean isTaken(String loginName, Optional<UUID> byOtherThan) {
        String name = loginName.toLowerCase(Locale.ROOT);
        return accounts.stream()
                .filter(one -> byOtherThan.filter(one.account()::equals).isEmpty())
                .anyMatch(one -> one.loginName().equals(name));
    }
}
