package org.beistand.helpdesk.servicenow.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beistand.integration.servicenow.ChangedIncident;

/**
 * An incident as it was last seen, as text: a line {@code column=value} for each column that people on both sides change,
 * and one for when it had been changed last.
 */
final class SeenFields {

    static final String LAST_CHANGE = "sys_updated_on";

    private static final List<String> WATCHED = List.of(
            "state",
            "impact",
            "urgency",
            "short_description",
            "assigned_to.email",
            "caller_id.email",
            "assignment_group.name",
            "cmdb_ci.name");

    /** All of them fit where they are kept. */
    private static final int LONGEST = 400;

    private SeenFields() {}

    /** Values as they are compared: on one line, and no longer than they are kept. */
    static String shown(String value) {
        return value.substring(0, Math.min(value.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
    }

    static String of(ChangedIncident incident) {
        Map<String, String> all = new LinkedHashMap<>();
        WATCHED.forEach(column -> all.put(column, incident.field(column)));
        all.put(LAST_CHANGE, incident.field(LAST_CHANGE));
        return lines(all);
    }

    /** @param values those that are not kept are left out */
    static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry ->
                        WATCHED.contains(entry.getKey()) || entry.getKey().equals(LAST_CHANGE))
                .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }

    /** Whether a column that is kept has another value now. */
    static boolean differ(String lines, ChangedIncident now) {
        Map<String, String> before = read(lines);
        return WATCHED.stream().anyMatch(column -> !shown(now.field(column)).equals(before.get(column)));
    }
}
