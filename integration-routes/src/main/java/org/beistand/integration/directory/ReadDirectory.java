package org.beistand.integration.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import org.beistand.integration.directory.ForeignPerson.Standing;

/** Reads groups and everybody in them over one connection. */
final class ReadDirectory {

    /** Half of what a domain controller gives at most in one answer. */
    static final int PAGE = 500;

    private static final int DISABLED = 0x2;
    private static final long NEVER = Long.MAX_VALUE;
    /** From 1601 to 1970, in seconds. */
    private static final long EPOCH = 11_644_473_600L;

    private static final long TICKS = 10_000_000L;
    private static final String[] PERSON = {
        "objectGUID",
        "distinguishedName",
        "sAMAccountName",
        "userPrincipalName",
        "displayName",
        "cn",
        "department",
        "mail",
        "userAccountControl",
        "accountExpires",
        "uSNChanged"
    };

    private final Line line;
    private final DirectoryAccess access;
    private final Clock clock;
    private final String controller;
    private final NestedGroups nested;

    ReadDirectory(Line line, DirectoryAccess access, Clock clock) {
        this.line = line;
        this.access = access;
        this.clock = clock;
        var root = line.entry("", "dsServiceName", "defaultNamingContext");
        this.controller = text(root, "dsServiceName").orElse("");
        this.nested = new NestedGroups(line, text(root, "defaultNamingContext").orElse(access.base()));
    }

    /** @param asked whose whereabouts are of interest if they are in none of the groups */
    Reading.Complete read(String server, Collection<UUID> groups, Collection<UUID> asked) {
        Map<UUID, ForeignGroup> found = new LinkedHashMap<>();
        Map<UUID, Attributes> people = new LinkedHashMap<>();
        Map<UUID, Set<UUID>> memberships = new HashMap<>();
        for (UUID guid : groups) {
            ForeignGroup group = group(guid);
            found.put(guid, group);
            for (String members : nested.peopleOf(group)) {
                search(peopleWho(members), PERSON, entry -> {
                    UUID person = guid(entry);
                    people.putIfAbsent(person, entry);
                    memberships.computeIfAbsent(person, any -> new HashSet<>()).add(guid);
                });
            }
        }
        List<ForeignPerson> all = new ArrayList<>();
        people.forEach((guid, entry) -> all.add(person(guid, entry, memberships.getOrDefault(guid, Set.of()))));
        Set<UUID> missing = new HashSet<>(asked);
        missing.removeAll(people.keySet());
        return new Reading.Complete(server, domain(), found, all, existing(missing));
    }

    private ForeignGroup group(UUID guid) {
        List<ForeignGroup> found = groups(Filter.guid(guid));
        if (found.size() != 1) {
            throw new Refusal(Fault.Kind.GROUP, guid.toString());
        }
        return found.getFirst();
    }

    /** Groups that somebody may mean by that text: a name, a mail address or a DN. */
    List<ForeignGroup> groupsCalled(String text) {
        return groups(Filter.anyOf(List.of(
                Filter.equal("distinguishedName", text),
                Filter.equal("sAMAccountName", text),
                Filter.equal("cn", text),
                Filter.equal("mail", text))));
    }

    private List<ForeignGroup> groups(String filter) {
        List<ForeignGroup> found = new ArrayList<>();
        search(Filter.allOf("(objectCategory=group)", filter), GROUP, entry -> {
            String dn = text(entry, "distinguishedName").orElse("");
            found.add(new ForeignGroup(guid(entry), dn, text(entry, "cn").orElse(dn)));
        });
        return found;
    }

    private static final String[] GROUP = {"objectGUID", "distinguishedName", "cn"};

    private Set<UUID> existing(Set<UUID> guids) {
        Set<UUID> existing = new HashSet<>();
        List<String> filters = guids.stream().map(Filter::guid).toList();
        for (String filter : Filter.together(filters)) {
            search(filter, new String[] {"objectGUID"}, entry -> existing.add(guid(entry)));
        }
        return existing;
    }

    private String peopleWho(String members) {
        return Filter.allOf(Filter.PEOPLE, access.peopleFilter(), members);
    }

    private void search(String filter, String[] attributes, java.util.function.Consumer<Attributes> taker) {
        line.search(access.base(), filter, PAGE, taker, attributes);
    }

    private ForeignPerson person(UUID guid, Attributes entry, Set<UUID> groups) {
        String account = text(entry, "sAMAccountName").orElse("");
        return new ForeignPerson(
                guid,
                text(entry, "distinguishedName").orElse(""),
                account,
                text(entry, "userPrincipalName").orElse(""),
                text(entry, "displayName").or(() -> text(entry, "cn")).orElse(account),
                text(entry, "department").orElse(""),
                text(entry, "mail").orElse(""),
                standing(entry),
                controller + " " + text(entry, "uSNChanged").orElse(""),
                groups);
    }

    private Standing standing(Attributes entry) {
        if ((whole(entry, "userAccountControl") & DISABLED) != 0) {
            return Standing.DISABLED;
        }
        long expires = whole(entry, "accountExpires");
        boolean over = expires > 0
                && expires < NEVER
                && !Instant.ofEpochSecond(expires / TICKS - EPOCH).isAfter(clock.instant());
        return over ? Standing.EXPIRED : Standing.ACTIVE;
    }

    /** The picture of somebody; empty without one. */
    Optional<byte[]> photo(UUID guid) {
        List<byte[]> found = new ArrayList<>();
        search(
                Filter.guid(guid),
                new String[] {"thumbnailPhoto"},
                entry -> bytes(entry, "thumbnailPhoto").ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** Where somebody's entry is now. */
    Optional<String> whereIs(UUID guid) {
        List<String> found = new ArrayList<>();
        search(
                Filter.guid(guid),
                new String[] {"distinguishedName"},
                entry -> text(entry, "distinguishedName").ifPresent(found::add));
        return found.stream().findFirst();
    }

    private String domain() {
        var root = line.entry("", "configurationNamingContext", "defaultNamingContext");
        var partitions = text(root, "configurationNamingContext").map(top -> "CN=Partitions," + top);
        List<String> names = new ArrayList<>();
        partitions.ifPresent(place -> line.search(
                place,
                Filter.equal("nCName", text(root, "defaultNamingContext").orElse("")),
                PAGE,
                entry -> text(entry, "nETBIOSName").ifPresent(names::add),
                "nETBIOSName"));
        return names.isEmpty() ? "" : names.getFirst();
    }

    static UUID guid(Attributes entry) {
        return ObjectGuid.of(bytes(entry, "objectGUID").orElse(new byte[0]));
    }

    private static long whole(Attributes entry, String name) {
        return text(entry, name)
                .filter(text -> text.matches("-?\\d{1,19}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    static Optional<String> text(Attributes entry, String name) {
        return value(entry, name).map(String::valueOf).map(String::strip).filter(text -> !text.isEmpty());
    }

    static Optional<byte[]> bytes(Attributes entry, String name) {
        return value(entry, name).filter(byte[].class::isInstance).map(byte[].class::cast);
    }

    private static Optional<Object> value(Attributes entry, String name) {
        try {
            Attribute attribute = entry.get(name);
            return attribute == null || attribute.size() == 0 ? Optional.empty() : Optional.ofNullable(attribute.get());
        } catch (NamingException unreadable) {
            throw new Refusal(Fault.Kind.BROKEN, String.valueOf(unreadable.getMessage()));
        }
    }
}
