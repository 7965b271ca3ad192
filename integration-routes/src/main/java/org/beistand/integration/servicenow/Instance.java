package org.beistand.integration.servicenow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.beistand.integration.servicenow.HttpCalls.Answer;
import org.beistand.integration.servicenow.HttpCalls.Call;

/** One company's instance: its tables and attachments, call by call. Each method makes one call and throws {@link Trouble}. */
final class Instance {

    private static final String TABLES = "/api/now/table/";
    private static final String JSON = "application/json; charset=UTF-8";

    private final ServiceNowAccess access;
    private final HttpCalls calls;
    private final Tokens tokens;
    private final ProducerTemplate template;
    private final RateLimits limits;

    Instance(ServiceNowAccess access, HttpCalls calls, Tokens tokens, RateLimits limits, ProducerTemplate template) {
        this.access = access;
        this.calls = calls;
        this.tokens = tokens;
        this.limits = limits;
        this.template = template;
    }

    ServiceNowAccess access() {
        return access;
    }

    /** Some rows, and how many there are in all ({@code X-Total-Count}; 0 when unknown). */
    record Page(List<Map<String, String>> rows, int total) {}

    /** @param query encoded query with values already made safe by {@link #value} */
    Page list(String table, String query, String fields, int limit, int offset) {
        Answer answer = call(
                "GET",
                TABLES + table + "?sysparm_query=" + encoded(query) + "&sysparm_fields=" + encoded(fields)
                        + "&sysparm_limit=" + limit + "&sysparm_offset=" + offset
                        + "&sysparm_exclude_reference_link=true",
                Map.of(),
                new byte[0]);
        return new Page(Reading.records(answer), answer.total());
    }

    /**
     * The {@code sys_id} of the one record with that value. Looks again at what came back: a query over there may return
     * more than was asked for.
     *
     * @param more further conditions, with their leading caret
     */
    Optional<String> only(String table, String column, String value, String more) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        var rows = list(table, column + "=" + value(value) + more, "sys_id," + column, 3, 0).rows().stream()
                .filter(row -> value.equalsIgnoreCase(row.get(column)))
                .toList();
        return rows.size() == 1 ? Optional.ofNullable(rows.getFirst().get("sys_id")) : Optional.empty();
    }

    /** Work notes and comments with everything ever written into them, newest first, as people read them. */
    Map<String, String> notes(String sysId) {
        return Reading.record(call(
                "GET",
                TABLES + "incident/" + encoded(sysId)
                        + "?sysparm_display_value=true&sysparm_fields=sys_id,work_notes,comments",
                Map.of(),
                new byte[0]));
    }

    /** An incident as it is now. */
    ChangedIncident incident(String sysId) {
        var row = Reading.record(call(
                "GET",
                TABLES + "incident/" + encoded(sysId) + "?sysparm_exclude_reference_link=true&sysparm_fields="
                        + encoded(ChangedIncident.COLUMNS),
                Map.of(),
                new byte[0]));
        return new ChangedIncident(sysId, row, List.of(), Map.of());
    }

    /** @return the columns that {@link ChangedIncident} shows */
    Map<String, String> create(String table, Map<String, String> values) {
        return Reading.record(call(
                "POST",
                TABLES + table + "?sysparm_exclude_reference_link=true&sysparm_fields="
                        + encoded(ChangedIncident.COLUMNS),
                Map.of("Content-Type", JSON),
                json(values)));
    }

    /** @return the columns that {@link ChangedIncident} shows */
    Map<String, String> update(String table, String sysId, Map<String, String> values) {
        return Reading.record(call(
                "PATCH",
                TABLES + table + "/" + encoded(sysId) + "?sysparm_exclude_reference_link=true&sysparm_fields="
                        + encoded(ChangedIncident.COLUMNS),
                Map.of("Content-Type", JSON),
                json(values)));
    }

    /** Files on a record, by name. */
    List<Map<String, String>> files(String sysId, String name) {
        String query = "table_name=incident^table_sys_id=" + value(sysId) + "^file_name=" + value(name);
        return Reading.records(call(
                "GET",
                "/api/now/attachment?sysparm_query=" + encoded(query) + "&sysparm_limit=20",
                Map.of(),
                new byte[0]));
    }

    void attach(String sysId, FileToAttach file) {
        Reading.record(call(
                "POST",
                "/api/now/attachment/file?table_name=incident&table_sys_id=" + encoded(sysId) + "&file_name="
                        + encoded(file.name()),
                Map.of("Content-Type", file.mediaType()),
                file.bytes()));
    }

    /** A value for an encoded query: a caret in it must not end it. */
    static String value(String text) {
        return text.replace("^", "^^");
    }

    /** 401 means that nothing was done, so the call is made once more with a fresh proof. */
    private Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        Answer first = once(method, path, headers, body);
        Answer answer = first.status() == 401 ? once(method, path, headers, body) : first;
        if (answer.status() == 401) {
            throw Trouble.forEverybody("user-refused", Duration.ZERO);
        }
        return answer;
    }

    private Answer once(String method, String path, Map<String, String> headers, byte[] body) {
        String proof = tokens.authorization(access, call -> calls.make(template, call));
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", proof);
        Answer answer = calls.make(
                template, new Call(method, access.at(path), !method.equals("GET"), all, body, access.authorities()));
        limits.note(access, answer);
        if (answer.status() == 401) {
            tokens.refused(access, proof);
        }
        return answer;
    }

    private static byte[] json(Map<String, String> values) {
        return Jsoner.serialize(new JsonObject(values)).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
