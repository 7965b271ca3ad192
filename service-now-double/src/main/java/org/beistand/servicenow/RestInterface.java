package org.beistand.servicenow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** Table API and Attachment API, for callers that {@link Entrance} has let in. */
final class RestInterface {

    private static final String TABLE = "/api/now/table/";
    private static final String ATTACHMENT = "/api/now/attachment";
    private static final int DEFAULT_LIMIT = 10_000;

    private final Tables tables;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    RestInterface(Tables tables) {
        this.tables = tables;
    }

    Reply answer(Request request, String user) {
        if (request.path().startsWith(TABLE)) {
            String[] parts = request.path().substring(TABLE.length()).split("/");
            return Tables.has(parts[0])
                    ? table(request, parts[0], parts.length > 1 ? parts[1] : "", user)
                    : Reply.refusal(400, "Invalid table " + parts[0], "");
        }
        if (request.path().equals(ATTACHMENT)) {
            return list(request, "sys_attachment");
        }
        if (request.path().equals(ATTACHMENT + "/file") && request.method().equals("POST")) {
            return upload(request, user);
        }
        return Reply.refusal(400, "Requested URI does not represent any resource", request.path());
    }

    void hide(String table) {
        hidden.add(table);
    }

    private Reply table(Request request, String table, String sysId, String user) {
        return switch (request.method()) {
            case "GET" -> sysId.isEmpty() ? list(request, table) : one(request, table, sysId);
            case "POST" -> created(request, tables.insert(table, object(request), user));
            case "PUT", "PATCH" ->
                tables.update(table, sysId, object(request), user)
                        .map(row -> Reply.result(200, narrowed(request, row)))
                        .orElseGet(RestInterface::noRecord);
            default -> Reply.refusal(405, "Method not supported", request.method());
        };
    }

    private Reply one(Request request, String table, String sysId) {
        return tables.row(table, sysId)
                .map(row -> Reply.result(200, narrowed(request, row)))
                .orElseGet(RestInterface::noRecord);
    }

    private Reply created(Request request, Map<String, String> row) {
        return Reply.result(201, narrowed(request, row)).with("Location", TABLE + "incident/" + row.get("sys_id"));
    }

    private static Reply noRecord() {
        return Reply.refusal(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    private Reply list(Request request, String table) {
        var found = hidden.contains(table)
                ? List.<Map<String, String>>of()
                : new EncodedQuery(request.parameter("sysparm_query")).run(tables.rows(table));
        int offset = number(request.parameter("sysparm_offset"), 0);
        int limit = number(request.parameter("sysparm_limit"), DEFAULT_LIMIT);
        var page = found.stream()
                .skip(offset)
                .limit(limit)
                .map(row -> narrowed(request, row))
                .toList();
        return Reply.results(page, found.size());
    }

    /** Only the fields asked for; journal fields with display values hold the whole history, else nothing. */
    private Map<String, String> narrowed(Request request, Map<String, String> row) {
        Map<String, String> whole = new LinkedHashMap<>(row);
        if (!request.parameter("sysparm_display_value").isEmpty()) {
            for (String element : List.of("work_notes", "comments")) {
                whole.put(element, history(row.getOrDefault("sys_id", ""), element));
            }
        }
        String fields = request.parameter("sysparm_fields");
        if (!fields.isEmpty()) {
            List<String> wanted = List.of(fields.split(","));
            wanted.stream().filter(field -> field.contains(".")).forEach(field -> whole.put(field, walked(row, field)));
            whole.keySet().retainAll(wanted);
        }
        return whole;
    }

    /** {@code caller_id.email}: a column of what a column refers to. */
    private String walked(Map<String, String> row, String field) {
        String[] steps = field.split("\\.", 2);
        String table = switch (steps[0]) {
            case "assignment_group" -> "sys_user_group";
            case "cmdb_ci" -> "cmdb_ci";
            default -> "sys_user";
        };
        return tables.row(table, row.getOrDefault(steps[0], ""))
                .map(person -> person.getOrDefault(steps[1], ""))
                .orElse("");
    }

    private String history(String sysId, String element) {
        List<String> entries = new ArrayList<>();
        for (var entry : tables.rows("sys_journal_field")) {
            if (sysId.equals(entry.get("element_id")) && element.equals(entry.get("element"))) {
                entries.addFirst(entry.get("sys_created_on") + " - " + entry.get("sys_created_by") + " (" + element
                        + ")\n" + entry.get("value") + "\n\n");
            }
        }
        return String.join("", entries);
    }

    private Reply upload(Request request, String user) {
        String table = request.parameter("table_name");
        String sysId = request.parameter("table_sys_id");
        if (tables.row(table, sysId).isEmpty()) {
            return noRecord();
        }
        Map<String, String> row = new LinkedHashMap<>();
        row.put("table_name", table);
        row.put("table_sys_id", sysId);
        row.put("file_name", request.parameter("file_name"));
        row.put("content_type", request.header("content-type"));
        row.put("size_bytes", String.valueOf(request.body().length));
        row.put("hash", sha256(request.body()));
        return created(request, tables.insert("sys_attachment", row, user));
    }

    private static Map<String, Object> object(Request request) {
        try {
            return Jsoner.deserialize(request.text()) instanceof JsonObject object ? object : Map.of();
        } catch (DeserializationException unreadable) {
            return Map.of();
        }
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
