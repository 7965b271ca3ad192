package org.beistand.servicenow;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** What the instance holds. Every value is text; columns that a table does not have vanish silently. Safe for many threads. */
final class Tables {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Set<String> JOURNAL = Set.of("work_notes", "comments");
    private static final String PRIORITIES = "123234345";

    private static final Map<String, Set<String>> COLUMNS = Map.ofEntries(
            Map.entry(
                    "incident",
                    Set.of(
                            "short_description",
                            "description",
                            "state",
                            "incident_state",
                            "impact",
                            "urgency",
                            "priority",
                            "hold_reason",
                            "close_code",
                            "close_notes",
                            "caller_id",
                            "assigned_to",
                            "assignment_group",
                            "cmdb_ci",
                            "category",
                            "contact_type",
                            "correlation_id",
                            "correlation_display",
                            "u_remote_session")),
            Map.entry("sys_user", Set.of("user_name", "email", "name", "active")),
            Map.entry("sys_user_group", Set.of("name", "active")),
            Map.entry("cmdb_ci", Set.of("name", "serial_number", "fqdn")),
            Map.entry("sys_choice", Set.of("name", "element", "value", "label", "inactive")),
            Map.entry("sys_dictionary", Set.of("name", "element", "active")),
            Map.entry("sys_journal_field", Set.of("element_id", "element", "name", "value")),
            Map.entry(
                    "sys_attachment",
                    Set.of("table_name", "table_sys_id", "file_name", "content_type", "size_bytes", "hash")),
            Map.entry("sys_audit", Set.of("tablename", "documentkey", "fieldname", "oldvalue", "newvalue", "user")));

    private final Clock clock;
    private final Map<String, Map<String, Map<String, String>>> tables = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private int number = 10_000;

    Tables(Clock clock) {
        this.clock = clock;
        columns("incident")
                .forEach(column -> insert("sys_dictionary", Map.of("name", "incident", "element", column), ""));
        insert("sys_dictionary", Map.of("name", "task", "element", "number"), "");
    }

    static boolean has(String table) {
        return COLUMNS.containsKey(table);
    }

    private static Set<String> columns(String table) {
        return COLUMNS.getOrDefault(table, Set.of());
    }

    List<Map<String, String>> rows(String table) {
        writing.lock();
        try {
            return new ArrayList<>(table(table).values());
        } finally {
            writing.unlock();
        }
    }

    Optional<Map<String, String>> row(String table, String sysId) {
        return Optional.ofNullable(table(table).get(sysId));
    }

    Map<String, String> insert(String table, Map<String, ?> values, String by) {
        writing.lock();
        try {
            Map<String, String> row = new LinkedHashMap<>();
            String sysId = UUID.randomUUID().toString().replace("-", "");
            row.put("sys_id", sysId);
            row.put("sys_created_on", now());
            row.put("sys_created_by", by);
            row.put("sys_mod_count", "0");
            columns(table).forEach(column -> row.put(column, ""));
            if (table.equals("incident")) {
                row.put("number", "INC" + String.format("%07d", ++number));
                row.putAll(Map.of("state", "1", "impact", "3", "urgency", "3"));
            }
            fill(table, row, values, by);
            table(table).put(sysId, Map.copyOf(row));
            return row;
        } finally {
            writing.unlock();
        }
    }

    Optional<Map<String, String>> update(String table, String sysId, Map<String, ?> values, String by) {
        writing.lock();
        try {
            return row(table, sysId).map(old -> {
                Map<String, String> row = new LinkedHashMap<>(old);
                if (fill(table, row, values, by)) {
                    row.put("sys_mod_count", String.valueOf(Integer.parseInt(old.get("sys_mod_count")) + 1));
                    table(table).put(sysId, Map.copyOf(row));
                }
                return row;
            });
        } finally {
            writing.unlock();
        }
    }

    /** @return whether anything is different now: an update that changes nothing leaves no trace */
    private boolean fill(String table, Map<String, String> row, Map<String, ?> values, String by) {
        boolean changed = false;
        for (var value : values.entrySet()) {
            String text = String.valueOf(value.getValue());
            if (table.equals("incident") && JOURNAL.contains(value.getKey())) {
                changed |= journal(row.getOrDefault("sys_id", ""), value.getKey(), text, by);
            } else if (columns(table).contains(value.getKey()) && !text.equals(row.get(value.getKey()))) {
                audit(table, row, value.getKey(), text, by);
                row.put(value.getKey(), text);
                changed = true;
            }
        }
        if (table.equals("incident")) {
            int place = (Integer.parseInt(row.get("impact")) - 1) * 3 + Integer.parseInt(row.get("urgency")) - 1;
            row.put("priority", PRIORITIES.substring(place, place + 1));
            row.put("incident_state", row.get("state"));
        }
        if (changed || !row.containsKey("sys_updated_on")) {
            row.put("sys_updated_on", now());
            row.put("sys_updated_by", by);
        }
        return changed;
    }

    private void audit(String table, Map<String, String> row, String column, String now, String by) {
        // As over there: what a record begins with is no change of it.
        if (table.equals("incident") && row.containsKey("sys_updated_on")) {
            insert(
                    "sys_audit",
                    Map.of(
                            "tablename", table,
                            "documentkey", row.getOrDefault("sys_id", ""),
                            "fieldname", column,
                            "oldvalue", row.getOrDefault(column, ""),
                            "newvalue", now,
                            "user", by),
                    by);
        }
    }

    private boolean journal(String incident, String element, String text, String by) {
        if (text.isEmpty()) {
            return false;
        }
        insert(
                "sys_journal_field",
                Map.of("element_id", incident, "element", element, "name", "incident", "value", text),
                by);
        return true;
    }

    private Map<String, Map<String, String>> table(String name) {
        return tables.computeIfAbsent(name, any -> java.util.Collections.synchronizedMap(new LinkedHashMap<>()));
    }

    private String now() {
        return UTC.format(clock.instant());
    }
}
