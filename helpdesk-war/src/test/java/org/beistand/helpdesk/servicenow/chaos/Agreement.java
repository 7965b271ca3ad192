package org.beistand.helpdesk.servicenow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.servicenow.ServiceNowDouble;

/** ServiceNow holds what the database says it was told: every incident, entry and file once, each ticket's in its order. */
final class Agreement {

    private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("n=(\\d{9})");
    private static final String TOLD = " from outbox_event e join outbox_delivery d on d.event_id = e.id";

    private Agreement() {}

    static void check(TestDatabase database, ServiceNowDouble instance) {
        assertThat(Rows.count(database, "select count(*) from outbox_delivery where state <> 'DELIVERED'"))
                .isZero();
        assertThat(Rows.count(database, "select count(*) from outbox_delivery where attempts > 1"))
                .as("deliveries that were tried again: without any this test has proved nothing")
                .isPositive();
        assertThat(instance.rows("incident"))
                .extracting(row -> row.getOrDefault("correlation_id", "").replaceAll(".*:", ""))
                .containsExactlyInAnyOrderElementsOf(
                        Rows.texts(database, "select distinct cast(e.ticket_id as varchar(36))" + TOLD));
        checkEntries(database, instance);
        assertThat(instance.rows("sys_attachment"))
                .extracting(row -> row.getOrDefault("file_name", ""))
                .containsExactlyInAnyOrderElementsOf(Rows.texts(
                        database,
                        "select a.name" + TOLD
                                + " join ticket_session_entry s on s.ticket_id = e.ticket_id"
                                + " and e.payload like '%' || cast(s.session_id as varchar(36)) || '%'"
                                + " join ticket_attachment a on a.id = s.transcript_id"
                                + " where e.type = 'ticket.session_entry_added'"));
    }

    private static void checkEntries(TestDatabase database, ServiceNowDouble instance) {
        List<String> told = Rows.texts(
                database,
                "select cast(e.id as varchar(36))" + TOLD
                        + " where e.type not in ('ticket.created', 'ticket.changed', 'ticket.requester_corrected')");
        List<String> entries = new ArrayList<>();
        Map<String, List<String>> numbers = new HashMap<>();
        for (var row : instance.rows("sys_journal_field")) {
            String text = row.getOrDefault("value", "");
            entries.add(mark(text));
            Matcher number = NUMBER.matcher(text);
            if (number.find()) {
                numbers.computeIfAbsent(row.getOrDefault("element_id", ""), any -> new ArrayList<>())
                        .add(number.group(1));
            }
        }
        assertThat(entries).containsExactlyInAnyOrderElementsOf(told);
        assertThat(numbers.values()).allSatisfy(list -> assertThat(list).isSorted());
    }

    /** A note begins with the event's id, a comment ends with it. */
    private static String mark(String text) {
        Matcher mark = MARK.matcher(text.startsWith("[Beistand") ? text : text.substring(text.lastIndexOf("[Ref")));
        return mark.find() ? mark.group() : "none";
    }
}
