package org.beistand.integration.servicenow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident that is not as it was, with what was written into its journals lately.
 *
 * @param fields raw values by column, among them {@code sys_id}, {@code sys_updated_on} (UTC, {@code yyyy-MM-dd
 *     HH:mm:ss}), {@code sys_updated_by}, {@code sys_mod_count}, and of who and what it refers to {@code
 *     assigned_to.email}, {@code caller_id.email}, {@code caller_id.name}, {@code assignment_group.name}, {@code cmdb_ci.name}
 * @param changes the latest change of a column, where it is known; of a reference by the referring column
 */
public record ChangedIncident(
        String sysId, Map<String, String> fields, List<JournalEntry> journal, Map<String, Change> changes) {

    /** The columns of {@code fields}, as they are asked for. */
    static final String COLUMNS = "sys_id,number,correlation_id,correlation_display,sys_updated_on,sys_updated_by,"
            + "sys_mod_count,state,impact,urgency,short_description,assigned_to,assigned_to.email,caller_id.email,"
            + "caller_id.name,cmdb_ci.name,assignment_group.name";

    public ChangedIncident {
        fields = Map.copyOf(fields);
        journal = List.copyOf(journal);
        changes = Map.copyOf(changes);
    }

    /** Somebody changed a field. @param at UTC, {@code yyyy-MM-dd HH:mm:ss} @param by user name */
    public record Change(String at, String by) {}

    /** Who changed a column last, and when, if that is known. */
    public Optional<Change> change(String column) {
        return Optional.ofNullable(changes.get(column.split("\\.")[0]));
    }

    ChangedIncident with(Map<String, Change> known) {
        return new ChangedIncident(sysId, fields, journal, known);
    }

    /** Something somebody wrote. @param isPublic a comment, which the caller reads; else a work note */
    public record JournalEntry(String sysId, boolean isPublic, String text, String by) {}

    public String field(String column) {
        return fields.getOrDefault(column, "");
    }
}
