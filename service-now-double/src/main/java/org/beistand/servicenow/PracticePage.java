package org.beistand.servicenow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one page of the instance: its incidents, and forms by which a person who works there changes them. */
final class PracticePage {

    /** Who uses the page. */
    static final String PERSON = "beth.anglin";

    private static final Set<String> WRITABLE = Set.of("state", "work_notes", "comments", "short_description");
    private static final Map<String, String> STATES =
            Map.of("1", "New", "2", "In Progress", "3", "On Hold", "6", "Resolved", "7", "Closed", "8", "Canceled");
    private static final String HEAD = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>ServiceNow to practise with</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
            article{border:1px solid #c5ced8;border-radius:6px;padding:1rem;margin:1rem 0}pre{white-space:pre-wrap;background:#f4f5f7;padding:.5rem;margin:.25rem 0}
            h2{font-size:1.1rem;margin:0}form{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0 0}input{flex:1;min-width:12rem}
            input,select,button{font:inherit;padding:.25rem .5rem}</style></head><body>
            <h1>ServiceNow to practise with</h1>
            <p>Incidents, newest first. What you do here is done by Beth Anglin. <a href="/">Look again</a></p>
            """;

    private final Tables tables;

    PracticePage(Tables tables) {
        this.tables = tables;
    }

    /** @return the page; after a form the way back to it */
    Reply answer(Request request) {
        if (request.method().equals("POST")) {
            write(Request.form(request.text().replace('\r', ' ')));
            return html(303, "").with("Location", "/");
        }
        var page = new StringBuilder(HEAD);
        List<Map<String, String>> incidents = tables.rows("incident");
        incidents.reversed().forEach(incident -> show(page, incident));
        return html(200, page.append("</body></html>").toString());
    }

    private void write(Map<String, String> form) {
        String column = form.getOrDefault("column", "");
        String value = form.getOrDefault("value", "").strip();
        if (WRITABLE.contains(column) && !value.isEmpty()) {
            tables.update("incident", form.getOrDefault("incident", ""), Map.of(column, value), PERSON);
        }
    }

    private void show(StringBuilder page, Map<String, String> incident) {
        String sysId = value(incident, "sys_id");
        page.append("<article><h2>%s %s</h2><p>%s, priority %s, correlation ID %s, sys_id %s</p>"
                .formatted(
                        safe(value(incident, "number")),
                        safe(value(incident, "short_description")),
                        safe(STATES.getOrDefault(value(incident, "state"), value(incident, "state"))),
                        safe(value(incident, "priority")),
                        safe(value(incident, "correlation_id").isEmpty() ? "none" : value(incident, "correlation_id")),
                        sysId));
        for (var entry : tables.rows("sys_journal_field")) {
            if (sysId.equals(entry.get("element_id"))) {
                page.append("<pre><b>%s</b>, %s, %s UTC\n%s</pre>"
                        .formatted(
                                safe(value(entry, "element")),
                                safe(value(entry, "sys_created_by")),
                                safe(value(entry, "sys_created_on")),
                                safe(value(entry, "value"))));
            }
        }
        for (var file : tables.rows("sys_attachment")) {
            if (sysId.equals(file.get("table_sys_id"))) {
                page.append("<p>Attachment %s, %s bytes</p>"
                        .formatted(safe(value(file, "file_name")), safe(value(file, "size_bytes"))));
            }
        }
        page.append(form(sysId)).append("</article>\n");
    }

    private static String form(String sysId) {
        return """
                <form method="post" action="/"><input type="hidden" name="incident" value="%s">
                <select name="column" aria-label="What"><option value="comments">Comment</option><option value="work_notes">Work note</option>
                <option value="state">State (1, 2, 3, 6, 7)</option><option value="short_description">Short description</option></select>
                <input name="value" aria-label="Text or value"><button>Write</button></form>""".formatted(sysId);
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** What others wrote is text, also if it looks like a page. */
    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Reply html(int status, String text) {
        return new Reply(
                status, Map.of("Content-Type", "text/html;charset=UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }
}
