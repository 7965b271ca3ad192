package org.beistand.integration.servicenow;

import java.util.List;

/**
 * What a test of a connection found. Where ServiceNow lets us see nothing it says so by an empty answer, so what cannot
 * be read is told apart from what is not there.
 *
 * @param reached whether the instance let us read incidents
 * @param reason why not, or empty
 * @param canReadJournal whether {@code sys_journal_field} is ours to read; without, notes are found in the incident itself
 * @param canReadUsers whether callers and assignees can be found
 * @param canReadDictionary whether {@code sys_dictionary} says which columns there are; without, none of the customer's
 *     own can be checked
 * @param canReadAudit whether {@code sys_audit} says when a field was changed; without, only when the incident was
 * @param missingColumns of the customer's own columns that the incident table does not have
 * @param missingGroups names of groups that no active group has, or several, or that we may not see
 */
public record Findings(
        boolean reached,
        String reason,
        boolean canReadJournal,
        boolean canReadUsers,
        boolean canReadDictionary,
        boolean canReadAudit,
        List<String> missingColumns,
        List<String> missingGroups) {

    public Findings {
        missingColumns = List.copyOf(missingColumns);
        missingGroups = List.copyOf(missingGroups);
    }

    static Findings unreached(String reason) {
        return new Findings(false, reason, false, false, false, false, List.of(), List.of());
    }
}
