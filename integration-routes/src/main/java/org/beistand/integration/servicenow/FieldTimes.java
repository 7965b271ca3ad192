package org.beistand.integration.servicenow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.beistand.integration.Outcome;
import org.beistand.integration.servicenow.ChangedIncident.Change;

/**
 * When which field of an incident was changed, and by whom: {@code sys_audit} tells those who may read it. The incident
 * itself only tells when anything of it was changed last, which may have been a note of our own.
 */
final class FieldTimes {

    private static final String AUDITED =
            "state,impact,urgency,short_description,assigned_to,caller_id,assignment_group,cmdb_ci";
    private static final String FIELDS = "documentkey,fieldname,user,sys_created_on";

    private FieldTimes() {}

    /**
     * The latest change of each field, by incident and column.
     *
     * @param since their clock, UTC, {@code yyyy-MM-dd HH:mm:ss}; empty for ever
     * @return without what is not ours to read
     */
    static Map<String, Map<String, Change>> of(Instance instance, Collection<String> sysIds, String since) {
        var query = "tablename=incident^documentkeyIN" + String.join(",", sysIds) + "^fieldnameIN" + AUDITED
                + (since.isEmpty() ? "" : "^sys_created_on>=" + since) + "^ORDERBYsys_created_on^ORDERBYsys_id";
        Map<String, Map<String, Change>> latest = new HashMap<>();
        try {
            for (int offset = 0; ; offset += PollIncidents.PAGE) {
                var page = instance.list("sys_audit", query, FIELDS, PollIncidents.PAGE, offset);
                for (var row : page.rows()) {
                    latest.computeIfAbsent(row.getOrDefault("documentkey", ""), any -> new HashMap<>())
                            .put(
                                    row.getOrDefault("fieldname", ""),
                                    new Change(row.getOrDefault("sys_created_on", ""), row.getOrDefault("user", "")));
                }
                if (offset + PollIncidents.PAGE
                        >= Math.max(page.total(), page.rows().size())) {
                    return latest;
                }
            }
        } catch (Trouble trouble) {
            if (trouble.outcome() instanceof Outcome.Permanent) {
                return Map.of(); // Refused: few integration users may read it.
            }
            throw trouble;
        }
    }
}
