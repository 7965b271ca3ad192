package org.beistand.integration.directory;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who belongs to a group, however deeply groups lie in groups, loops included.
 *
 * <p>A directory can follow nested groups by itself (the filter "in chain"), but some follow them anew for every entry
 * they look at, which takes minutes in a large one. Here every group is asked about once, level by level.
 */
final class NestedGroups {

    private static final String[] GROUP = {"objectGUID", "distinguishedName", "objectSid"};

    private final Line line;
    private final String everywhere;

    /** @param everywhere the domain's root: a group on the way may lie outside the part that people are read from */
    NestedGroups(Line line, String everywhere) {
        this.line = line;
        this.everywhere = everywhere;
    }

    /**
     * Filters that together find everybody in the group or in one nested in it. A primary group is no attribute of the
     * group and not in {@code memberOf}: whoever has it names its number, so numbers are asked for, too.
     */
    List<String> peopleOf(ForeignGroup group) {
        Set<String> conditions = new LinkedHashSet<>();
        Set<UUID> met = new HashSet<>();
        Queue<String> next = new ArrayDeque<>();
        take(List.of(Filter.guid(group.guid())), met, next, conditions);
        while (!next.isEmpty()) {
            List<String> level = next.stream().map(Filter::directlyIn).toList();
            next.clear();
            take(level, met, next, conditions);
        }
        return Filter.together(List.copyOf(conditions));
    }

    private void take(List<String> asked, Set<UUID> met, Queue<String> next, Set<String> conditions) {
        for (String filter : Filter.together(asked)) {
            line.search(
                    everywhere,
                    Filter.allOf("(objectCategory=group)", filter),
                    ReadDirectory.PAGE,
                    entry -> {
                        if (met.add(ReadDirectory.guid(entry))) {
                            String dn = ReadDirectory.text(entry, "distinguishedName")
                                    .orElse("");
                            next.add(dn);
                            conditions.add(Filter.directlyIn(dn));
                            ReadDirectory.bytes(entry, "objectSid")
                                    .ifPresent(sid -> conditions.add("(primaryGroupID=" + number(sid) + ")"));
                        }
                    },
                    GROUP);
        }
    }

    /** The last part of a SID, which is what a primary group is called by. */
    private static long number(byte[] sid) {
        long number = 0;
        for (int i = 1; i <= 4; i++) {
            number = number << 8 | sid[sid.length - i] & 0xff;
        }
        return number;
    }
}
