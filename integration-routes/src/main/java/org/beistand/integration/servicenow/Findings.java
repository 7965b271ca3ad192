package org.beistand.integration.servicenow;

import java.util.List;

/**
 * What a test of a connection found.
 *
 * @param reached whether the instance let us read incidents
 * @param reason why not, or empty
 * @param canReadJournal whether {@code sys_journal_field} is ours to read; without, notes are found in the incident itself
 * @param canReadUsers whether callers and assignees can be found
 * @param missingColumns of the customer's own columns that the incident table does not have, or that we may not see
 */
public record Findings(
        boolean reached, String reason, boolean canReadJournal, boolean canReadUsers, List<String> missingColumns) {
    public Findings {
        missingColumns = List.copyOf(missingColumns);
    }
}
