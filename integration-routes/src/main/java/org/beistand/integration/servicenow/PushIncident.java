package org.beistand.integration.servicenow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.integration.Outcome;
import org.beistand.integration.Outcome.ForeignRecord;

/**
 * Brings one letter into its incident so that it is there once, however often this is tried.
 *
 * <p>ServiceNow has no idempotency key, and an answer that did not come says nothing. Therefore: the incident is looked
 * up by its correlation id before it is created; fields, note and comment go in one update, which ServiceNow does whole
 * or not at all; and if an earlier attempt may have had its effect, the letter's mark is looked for before it is written,
 * and a file by name and hash. Nothing is ever repeated within one attempt. The caller promises that no two letters of
 * one incident are on their way at the same time.
 */
final class PushIncident {

    private final People people;
    private final Named named;

    PushIncident(People people, Named named) {
        this.people = people;
        this.named = named;
    }

    Outcome push(Instance instance, IncidentLetter letter) {
        try {
            ForeignRecord incident = write(instance, incident(instance, letter), letter);
            for (FileToAttach file : letter.files()) {
                if (!letter.repeat() || !isThere(instance, incident.id(), file)) {
                    instance.attach(incident.id(), file);
                }
            }
            return new Outcome.Delivered(Optional.of(incident));
        } catch (Trouble trouble) {
            return trouble.outcome();
        }
    }

    private ForeignRecord incident(Instance instance, IncidentLetter letter) {
        if (letter.knownSysId().isPresent()) {
            return new ForeignRecord(letter.knownSysId().get(), "");
        }
        return find(instance, letter.correlationId()).orElseGet(() -> create(instance, letter));
    }

    static Optional<ForeignRecord> find(Instance instance, String correlationId) {
        var query = "correlation_id=" + Instance.value(correlationId) + "^ORDERBYsys_created_on^ORDERBYsys_id";
        return instance.list("incident", query, "sys_id,number,correlation_id", 2, 0).rows().stream()
                .filter(row -> correlationId.equals(row.get("correlation_id")))
                .findFirst()
                .map(row -> record(row, Map.of()));
    }

    private ForeignRecord create(Instance instance, IncidentLetter letter) {
        Map<String, String> values = resolved(instance, letter.opening());
        values.put("correlation_id", letter.correlationId());
        values.put("correlation_display", letter.product());
        Map<String, String> row = instance.create("incident", values);
        if (!letter.correlationId().equals(row.get("correlation_id"))) {
            throw Trouble.forNow("unmarked");
        }
        Map<String, String> written = written(values, row);
        written.put("sys_updated_on", row.getOrDefault("sys_updated_on", ""));
        return record(row, written);
    }

    /** @return the incident with everything that was written into it */
    private ForeignRecord write(Instance instance, ForeignRecord incident, IncidentLetter letter) {
        String sysId = incident.id();
        Map<String, String> values = resolved(instance, letter.change());
        if (letter.adopts()) {
            values.put("correlation_id", letter.correlationId());
            values.put("correlation_display", letter.product());
        }
        letter.markedNote().ifPresent(note -> values.put("work_notes", note));
        letter.markedComment().ifPresent(words -> values.put("comments", words));
        if (!values.isEmpty() && !(letter.repeat() && isWritten(instance, sysId, letter))) {
            Map<String, String> all = new LinkedHashMap<>(incident.written());
            all.putAll(written(values, instance.update("incident", sysId, values)));
            return new ForeignRecord(sysId, incident.number(), all);
        }
        return incident;
    }

    /** Of a row, what was written; of a reference also what it leads to. */
    private static Map<String, String> written(Map<String, String> values, Map<String, String> row) {
        Map<String, String> all = new LinkedHashMap<>(row);
        all.keySet().removeIf(column -> !values.containsKey(column.split("\\.")[0]));
        return all;
    }

    /** In the journal, or, where that table is not for us to read, in the history of the incident itself. */
    private static boolean isWritten(Instance instance, String sysId, IncidentLetter letter) {
        if (letter.workNote().isEmpty() && letter.comment().isEmpty()) {
            return false; // Fields only: to write them once more changes nothing.
        }
        String mark = letter.id().toString();
        var query = "element_id=" + Instance.value(sysId) + "^valueLIKE" + mark;
        boolean inJournal = instance.list("sys_journal_field", query, "element_id,value", 5, 0).rows().stream()
                .anyMatch(row -> sysId.equals(row.get("element_id"))
                        && row.getOrDefault("value", "").contains(mark));
        return inJournal || instance.notes(sysId).values().stream().anyMatch(text -> text.contains(mark));
    }

    private static boolean isThere(Instance instance, String sysId, FileToAttach file) {
        return instance.files(sysId, file.name()).stream()
                .anyMatch(row -> sysId.equals(row.get("table_sys_id"))
                        && file.name().equals(row.get("file_name"))
                        && file.sha256().equalsIgnoreCase(row.getOrDefault("hash", file.sha256())));
    }

    private Map<String, String> resolved(Instance instance, IncidentFields fields) {
        Map<String, String> values = new LinkedHashMap<>(fields.columns());
        fields.caller()
                .flatMap(person -> people.find(instance, person))
                .ifPresent(sysId -> values.put("caller_id", sysId));
        fields.assignee().ifPresent(person -> {
            if (person.isNobody()) {
                values.put("assigned_to", "");
            } else {
                people.find(instance, person).ifPresent(sysId -> values.put("assigned_to", sysId));
            }
        });
        fields.references().forEach((reference, name) -> {
            if (name.isEmpty()) {
                values.put(reference.column(), "");
            } else {
                named.find(instance, reference, name).ifPresent(sysId -> values.put(reference.column(), sysId));
            }
        });
        return values;
    }

    private static ForeignRecord record(Map<String, String> row, Map<String, String> written) {
        String sysId = row.getOrDefault("sys_id", "");
        if (!sysId.matches("[0-9a-f]{32}")) {
            throw Trouble.forNow("no-json: no sys_id");
        }
        return new ForeignRecord(sysId, row.getOrDefault("number", ""), written);
    }
}
