package org.beistand.integration.servicenow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.beistand.integration.Outcome;

/** Tries what the connection will need, reading only. */
final class CheckAccess {

    private CheckAccess() {}

    static Findings check(Instance instance, Collection<String> ownColumns) {
        try {
            instance.list("incident", "ORDERBYDESCsys_updated_on", "sys_id,number,correlation_id", 1, 0);
        } catch (Trouble trouble) {
            return new Findings(false, reason(trouble), false, false, List.of());
        }
        return new Findings(
                true,
                "",
                canRead(instance, "sys_journal_field"),
                canRead(instance, "sys_user"),
                missing(instance, ownColumns));
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

    private static List<String> missing(Instance instance, Collection<String> ownColumns) {
        List<String> missing = new ArrayList<>();
        for (String column : ownColumns) {
            try {
                var query = "nameINincident,task^element=" + Instance.value(column);
                boolean there = instance.list("sys_dictionary", query, "name,element", 5, 0).rows().stream()
                        .anyMatch(row -> column.equals(row.get("element")));
                if (!there) {
                    missing.add(column);
                }
            } catch (Trouble unknown) {
                missing.add(column);
            }
        }
        return missing;
    }

    private static String reason(Trouble trouble) {
        return switch (trouble.outcome()) {
            case Outcome.Temporary temporary -> temporary.reason();
            case Outcome.Permanent permanent -> permanent.reason();
            case Outcome.Delivered delivered -> "";
        };
    }
}
