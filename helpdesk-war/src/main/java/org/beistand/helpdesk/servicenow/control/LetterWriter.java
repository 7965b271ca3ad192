package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.entity.IncidentLink;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.integration.servicenow.Comment;
import org.beistand.integration.servicenow.FileToAttach;
import org.beistand.integration.servicenow.IncidentFields;
import org.beistand.integration.servicenow.IncidentLetter;
import org.beistand.integration.servicenow.WorkNote;

/**
 * Turns events into letters. What is public and what is internal is decided by the kind of event and nothing else: only a
 * public reply becomes a {@link Comment}, and no other line of the application makes one.
 */
@ApplicationScoped
public class LetterWriter {

    /** How incidents name where they come from. */
    public static final String PRODUCT = "Beistand";

    /** The kinds of events that ServiceNow hears of. */
    public static final Set<String> TOLD = Set.of(
            "ticket.created",
            "ticket.changed",
            "ticket.requester_corrected",
            "ticket.public_reply_added",
            "ticket.internal_note_added",
            "ticket.session_entry_added",
            "session.requested",
            "session.started",
            "session.technician_joined",
            "session.technician_left",
            "session.handed_over",
            "session.ended",
            "session.survey_answered");

    /** Those of them that touch no field of the incident and bring no file. */
    public static final Set<String> NOTES_ONLY = Set.of(
            "ticket.public_reply_added",
            "ticket.internal_note_added",
            "session.requested",
            "session.started",
            "session.technician_joined",
            "session.ended",
            "session.survey_answered");

    @Inject
    Tickets tickets;

    @Inject
    Companies companies;

    @Inject
    Connections connections;

    @Inject
    IncidentColumns columns;

    @Inject
    SessionNotes sessionNotes;

    @Inject
    NoteTexts texts;

    /** Empty if there is nothing to tell, or the ticket is gone. */
    public Optional<IncidentLetter> letter(OutboxEvent event, Mapping mapping, boolean repeat) {
        return event.ticketId().flatMap(tickets::find).map(ticket -> {
            var parts = parts(event, ticket, mapping);
            var known = connections.incident(ticket.id()).map(IncidentLink::sysId);
            return new IncidentLetter(
                    event.id(),
                    event.type(),
                    correlationId(ticket.id()),
                    PRODUCT,
                    known,
                    known.isPresent() ? IncidentFields.none() : columns.all(ticket, mapping),
                    parts.change(),
                    parts.note(),
                    parts.comment(),
                    parts.files(),
                    repeat);
        });
    }

    /** Our ticket's name over there: the company's, so that two installations never meet in one instance. */
    public String correlationId(UUID ticket) {
        var company = companies.byId(CurrentCompany.require()).orElseThrow();
        return company.slug() + ":" + ticket;
    }

    private record Parts(
            IncidentFields change, Optional<WorkNote> note, Optional<Comment> comment, List<FileToAttach> files) {

        static Parts change(IncidentFields change) {
            return new Parts(change, Optional.empty(), Optional.empty(), List.of());
        }

        static Parts note(String text) {
            return new Parts(IncidentFields.none(), Optional.of(new WorkNote(text)), Optional.empty(), List.of());
        }
    }

    private Parts parts(OutboxEvent event, Ticket ticket, Mapping mapping) {
        JsonObject payload = read(event.payload());
        return switch (event.type()) {
            case "ticket.changed" -> Parts.change(columns.changed(ticket, fields(payload), mapping));
            case "ticket.requester_corrected" -> Parts.change(columns.requester(ticket));
            case "ticket.public_reply_added" -> publicReply(payload, mapping);
            case "ticket.internal_note_added" ->
                Parts.note(texts.of("note.internal", payload.getString("author", "")) + "\n\n"
                        + payload.getString("internalText", ""));
            case "ticket.session_entry_added" -> {
                var summary = sessionNotes.summary(ticket.id(), UUID.fromString(payload.getString("sessionId")));
                yield new Parts(
                        IncidentFields.none(),
                        Optional.of(new WorkNote(summary.text())),
                        Optional.empty(),
                        summary.files());
            }
            case "session.requested",
                    "session.started",
                    "session.technician_joined",
                    "session.technician_left",
                    "session.handed_over",
                    "session.ended",
                    "session.survey_answered" -> Parts.note(sessionNotes.step(event, payload));
            default -> Parts.change(IncidentFields.none());
        };
    }

    /** The one place where a comment is made. */
    private Parts publicReply(JsonObject payload, Mapping mapping) {
        var said = texts.of("note.reply", payload.getString("author", "")) + "\n\n" + payload.getString("text", "");
        return mapping.writesComments()
                ? new Parts(IncidentFields.none(), Optional.empty(), Optional.of(new Comment(said)), List.of())
                : Parts.note(said);
    }

    private static List<String> fields(JsonObject payload) {
        return payload.getJsonArray("changes").stream()
                .map(JsonValue::asJsonObject)
                .map(change -> change.getString("field"))
                .toList();
    }

    private static JsonObject read(String payload) {
        try (var reader = Json.createReader(new StringReader(payload))) {
            return reader.readObject();
        }
    }

    /** What an incident of this ticket would carry, for showing: nothing is written. */
    public Map<String, String> preview(Ticket ticket, Mapping mapping) {
        IncidentFields all = columns.all(ticket, mapping);
        Map<String, String> shown = new LinkedHashMap<>(all.columns());
        all.caller().ifPresent(person -> shown.put("caller_id", person.email()));
        all.assignee().ifPresent(person -> shown.put("assigned_to", person.email()));
        all.references().forEach((reference, name) -> shown.put(reference.column(), name));
        shown.put("correlation_id", correlationId(ticket.id()));
        shown.put("correlation_display", PRODUCT);
        return shown;
    }
}
