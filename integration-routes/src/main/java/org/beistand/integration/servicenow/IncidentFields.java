package org.beistand.integration.servicenow;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns of an incident to be written, people by what we know of them. Journal columns are refused: notes and comments
 * travel as {@link WorkNote} and {@link Comment}, so that none can slip into the other.
 *
 * @param columns by column name, values as ServiceNow stores them
 * @param caller who asks for help, if to be written
 * @param assignee who works on it, if to be written; {@link Person#nobody()} for nobody
 * @param references columns that refer to other records, by what people call those; empty for none. A name that means no
 *     record, or several, leaves the column alone
 */
public record IncidentFields(
        Map<String, String> columns,
        Optional<Person> caller,
        Optional<Person> assignee,
        Map<Reference, String> references) {

    /** What an incident refers to, besides people. */
    public enum Reference {
        ASSIGNMENT_GROUP,
        CMDB_CI;

        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Set<String> NOT_FIELDS = Set.of(
            "comments",
            "work_notes",
            "comments_and_work_notes",
            "additional_comments",
            "correlation_id",
            "correlation_display",
            "number");

    /** Somebody both systems know, found over there by e-mail address, else by user name. */
    public record Person(String email, String userName) {
        public static Person nobody() {
            return new Person("", "");
        }

        boolean isNobody() {
            return email.isEmpty() && userName.isEmpty();
        }
    }

    /** @throws IllegalArgumentException for a column that is not for us to write as a field */
    public IncidentFields {
        columns = Map.copyOf(columns);
        references = Map.copyOf(references);
        for (String column : columns.keySet()) {
            if (NOT_FIELDS.contains(column)
                    || column.startsWith("sys_")
                    || !NAME.matcher(column).matches()) {
                throw new IllegalArgumentException("not a field of an incident: " + column);
            }
        }
    }

    public IncidentFields(Map<String, String> columns, Optional<Person> caller, Optional<Person> assignee) {
        this(columns, caller, assignee, Map.of());
    }

    public static IncidentFields none() {
        return new IncidentFields(Map.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    public boolean isEmpty() {
        return columns.isEmpty() && caller.isEmpty() && assignee.isEmpty() && references.isEmpty();
    }

    IncidentFields with(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(column, value);
        return new IncidentFields(more, caller, assignee, references);
    }
}
