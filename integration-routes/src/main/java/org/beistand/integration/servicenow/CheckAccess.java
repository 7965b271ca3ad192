package org.beistand.integration.servicenow;

import java.util.Collection;
import java.util.List;
import org.beistand.integration.Outcome;
import org.beistand.integration.servicenow.IncidentFields.Reference;

/** Tries what the connection will need, reading only. */
final class CheckAccess {

    private CheckAccess() {}

    static Findings check(Instance instance, Collection<String> ownColumns, Collection<String> groups) {
        try {
            instance.list("incident", "ORDERBYDESCsys_updated_on", "sys_id,number,correlation_id", 1, 0);
        } catch (Trouble trouble) {
            return Findings.unreached(reason(trouble));
        }
        // Every incident has a number, so somebody who sees no such column sees no dictionary.
        boolean dictionary = hasColumn(instance, "number");
        return new Findings(
                true,
                "",
                canRead(instance, "sys_journal_field"),
                canRead(instance, "sys_user"),
                dictionary,
                canRead(instance, "sys_audit"),
                dictionary
                        ? ownColumns.stream()
                                .filter(column -> !hasColumn(instance, column))
                                .toList()
                        : List.of(),
                groups.stream().filter(group -> !isGroup(instance, group)).toList());
    }

    /** No rows and no error is how ServiceNow says no. */
    private static boolean canRead(Instance instance, String table) {
        try {
            return !instance.list(table, "sys_idISNOTEMPTY", "sys_id", 1, 0)
                    .rows()
                    .isEmpty();
        } catch (Trouble refused) {
            return false;
        }
    }

    private static boolean hasColumn(Instance instance, String column) {
        try {
            var query = "nameINincident,task^element=" + Instance.value(column);
            return instance.list("sys_dictionary", query, "name,element", 5, 0).rows().stream()
                    .anyMatch(row -> column.equals(row.get("element")));
        } catch (Trouble refused) {
            return false;
        }
    }

    private static boolean isGroup(Instance instance, String name) {
        try {
            return Named.look(instance, Reference.ASSIGNMENT_GROUP, name).isPresent();
        } catch (Trouble refused) {
            return false;
        }
    }

    private static String reason(Trouble trouble) {
        return switch (trouble.outcome()) {
            case Outcome.Temporary temporary -> temporary.reason();
            case Outcome.Permanent permanent -> permanent.reason();
            case Outcome.Delivered delivered -> "";
        };
    }
}
