package org.beistand.integration.servicenow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.beistand.integration.servicenow.ChangedIncident.JournalEntry;

/**
 * Reads what changed, page by page over a set that moves: each page continues where the last one ended, not at an offset
 * that other people's work shifts. Their times have seconds, so the last second is read again and what was seen is left
 * out; only within one second, which is over, pages go by offset.
 */
final class PollIncidents {

    static final int PAGE = 200;

    private static final String JOURNAL = "sys_id,element_id,element,value,sys_created_on,sys_created_by";

    private final Instance instance;
    private final String product;
    private final Set<String> seen = new HashSet<>();
    private String last;

    PollIncidents(Instance instance, String product, String since) {
        this.instance = instance;
        this.product = product;
        this.last = since;
    }

    /** @return the latest change seen, or {@code since} if there was none */
    String run(Consumer<List<ChangedIncident>> taker) {
        String since = last;
        int offset = 0;
        while (true) {
            var query = "correlation_display=" + Instance.value(product) + "^sys_updated_on>=" + last
                    + "^ORDERBYsys_updated_on^ORDERBYsys_id";
            var page = instance.list("incident", query, ChangedIncident.COLUMNS, PAGE, offset);
            List<Map<String, String>> fresh = page.rows().stream()
                    .filter(row -> product.equals(row.get("correlation_display")))
                    .filter(row -> seen.add(row.get("sys_id") + " " + row.get("sys_mod_count")))
                    .toList();
            if (!fresh.isEmpty()) {
                taker.accept(withJournals(fresh, since));
            }
            String end = page.rows().isEmpty() ? last : page.rows().getLast().getOrDefault("sys_updated_on", last);
            if (end.compareTo(last) > 0) {
                last = end;
                offset = 0;
            } else {
                offset += PAGE;
            }
            // A page may be short although more exist: rows we may not see are left out after counting.
            if (offset >= Math.max(page.total(), page.rows().size())) {
                return last;
            }
        }
    }

    private List<ChangedIncident> withJournals(List<Map<String, String>> rows, String since) {
        String ids = rows.stream().map(row -> row.getOrDefault("sys_id", "")).collect(Collectors.joining(","));
        Map<String, List<JournalEntry>> journals = new HashMap<>();
        for (int offset = 0; ; offset += PAGE) {
            var query = "element_idIN" + ids + "^elementINcomments,work_notes^sys_created_on>=" + since
                    + "^ORDERBYsys_created_on^ORDERBYsys_id";
            var page = instance.list("sys_journal_field", query, JOURNAL, PAGE, offset);
            for (var row : page.rows()) {
                journals.computeIfAbsent(row.getOrDefault("element_id", ""), any -> new ArrayList<>())
                        .add(new JournalEntry(
                                row.getOrDefault("sys_id", ""),
                                "comments".equals(row.get("element")),
                                row.getOrDefault("value", ""),
                                row.getOrDefault("sys_created_by", "")));
            }
            if (offset + PAGE >= Math.max(page.total(), page.rows().size())) {
                break;
            }
        }
        var times = FieldTimes.of(instance, Arrays.asList(ids.split(",")), since);
        return rows.stream()
                .map(row -> {
                    String id = row.getOrDefault("sys_id", "");
                    return new ChangedIncident(
                            id, row, journals.getOrDefault(id, List.of()), times.getOrDefault(id, Map.of()));
                })
                .toList();
    }
}
