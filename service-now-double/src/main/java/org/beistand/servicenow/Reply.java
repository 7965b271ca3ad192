package org.beistand.servicenow;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** One HTTP answer. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    static Reply result(int status, Map<String, ?> record) {
        return json(status, "{\"result\":" + Jsoner.serialize(new JsonObject(record)) + "}");
    }

    static Reply results(Collection<? extends Map<String, ?>> records, int total) {
        var list = new StringBuilder("{\"result\":[");
        for (Map<String, ?> one : records) {
            list.append(list.charAt(list.length() - 1) == '[' ? "" : ",").append(Jsoner.serialize(new JsonObject(one)));
        }
        return json(200, list.append("]}").toString()).with("X-Total-Count", String.valueOf(total));
    }

    /** As ServiceNow words its refusals. */
    static Reply refusal(int status, String message, String detail) {
        var error = new JsonObject(Map.of("message", message, "detail", detail));
        return json(status, "{\"error\":" + Jsoner.serialize(error) + ",\"status\":\"failure\"}");
    }

    static Reply html(int status) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/html;charset=UTF-8"),
                "<!DOCTYPE html><html><body><h1>Your instance is hibernating</h1></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, String text) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json;charset=UTF-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
