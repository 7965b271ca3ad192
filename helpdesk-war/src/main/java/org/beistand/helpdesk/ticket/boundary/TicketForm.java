package org.beistand.helpdesk.ticket.boundary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ticket as somebody is editing them. Remembers what was stored when editing began, so that only what
 * this person changed is written, and so that a change by somebody else meanwhile overwrites nothing that was chosen
 * here.
 */
final class TicketForm implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<TicketField, String> stored = new EnumMap<>(TicketField.class);
    private final Map<TicketField, String> chosen = new EnumMap<>(TicketField.class);
    private long version;

    /** A field that both this person and somebody else changed. */
    record Conflict(TicketField field, String chosen, String stored) {}

    TicketForm(TicketView ticket) {
        stored.putAll(values(ticket));
        chosen.putAll(stored);
        version = ticket.version();
    }

    /**
     * Continues on top of what is stored now: fields not touched here take the new value.
     *
     * @return the fields touched on both sides; what was chosen here stays chosen
     */
    List<Conflict> rebase(TicketView now) {
        List<Conflict> conflicts = new ArrayList<>();
        values(now).forEach((field, value) -> {
            var changedThere = !value.equals(stored.get(field));
            var changedHere = !chosen(field).equals(stored.get(field));
            if (!changedHere) {
                chosen.put(field, value);
            } else if (changedThere && !chosen(field).equals(value)) {
                conflicts.add(new Conflict(field, chosen(field), value));
            }
            stored.put(field, value);
        });
        version = now.version();
        return conflicts;
    }

    /** Only what is different from what was stored. */
    TicketEdit edit() {
        return new TicketEdit(
                changed(TicketField.SUBJECT),
                changed(TicketField.DESCRIPTION),
                changed(TicketField.STATE).map(TicketState::valueOf),
                changed(TicketField.PRIORITY).map(TicketPriority::valueOf),
                changed(TicketField.ASSIGNEE).map(text -> new TicketEdit.Assignee(id(text))),
                changed(TicketField.REQUESTER).flatMap(TicketForm::id),
                changed(TicketField.CHANNEL).flatMap(TicketForm::id),
                changed(TicketField.DEVICE));
    }

    long version() {
        return version;
    }

    String chosen(TicketField field) {
        return chosen.getOrDefault(field, "");
    }

    void choose(TicketField field, @Nullable String value) {
        chosen.put(field, given(value));
    }

    /** Faces hands over a menu's empty choice as nothing at all. */
    static String given(@Nullable String submitted) {
        return submitted == null ? "" : submitted;
    }

    private Optional<String> changed(TicketField field) {
        return Optional.of(chosen(field)).filter(value -> !value.equals(stored.get(field)));
    }

    private static Map<TicketField, String> values(TicketView ticket) {
        Map<TicketField, String> values = new EnumMap<>(TicketField.class);
        values.put(TicketField.SUBJECT, ticket.subject());
        values.put(TicketField.DESCRIPTION, ticket.description());
        values.put(TicketField.STATE, ticket.state().name());
        values.put(TicketField.PRIORITY, ticket.priority().name());
        values.put(
                TicketField.ASSIGNEE,
                ticket.assignee().map(person -> person.id().toString()).orElse(""));
        values.put(TicketField.REQUESTER, ticket.requester().id().toString());
        values.put(
                TicketField.CHANNEL,
                ticket.channel().map(channel -> channel.id().toString()).orElse(""));
        values.put(TicketField.DEVICE, ticket.device());
        return values;
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(JsonFields.readId("id", text));
    }
}
