package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.integration.servicenow.IncidentFields;
import org.beistand.integration.servicenow.IncidentFields.Person;
import org.beistand.integration.servicenow.IncidentFields.Reference;

/**
 * A ticket's fields as an incident has them. Always as they are now, not as they were at the event: events that arrive
 * late, or are replayed, then never bring an old value back.
 */
@ApplicationScoped
class IncidentColumns {

    /** ServiceNow's own limits. */
    private static final int SHORT_DESCRIPTION = 160;

    private static final int DESCRIPTION = 4000;

    @Inject
    Customers customers;

    @Inject
    Technicians technicians;

    @Inject
    IntakeChannels channels;

    @Inject
    NoteTexts texts;

    IncidentFields all(Ticket ticket, Mapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("contact_type", mapping.contactType());
        for (TicketField field : TicketField.values()) {
            columns.putAll(columns(ticket, field, mapping));
        }
        mapping.ownColumns().forEach((column, fact) -> columns.put(column, fact(ticket, fact)));
        Map<Reference, String> references = new EnumMap<>(Reference.class);
        references.put(Reference.ASSIGNMENT_GROUP, group(ticket, mapping));
        references.put(Reference.CMDB_CI, ticket.device());
        references.values().removeIf(String::isEmpty);
        return new IncidentFields(
                columns, caller(ticket), assignee(ticket).filter(person -> !isNobody(person)), references);
    }

    /** Only what changed: everything else may have been changed over there in the meantime. */
    IncidentFields changed(Ticket ticket, List<String> fields, Mapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        fields.forEach(field -> columns.putAll(columns(ticket, TicketField.valueOf(field), mapping)));
        Map<Reference, String> references = new EnumMap<>(Reference.class);
        if (fields.contains(TicketField.DEVICE.name())) {
            references.put(Reference.CMDB_CI, ticket.device());
        }
        if (fields.contains(TicketField.CHANNEL.name())
                && !group(ticket, mapping).isEmpty()) {
            references.put(Reference.ASSIGNMENT_GROUP, group(ticket, mapping));
        }
        return new IncidentFields(
                columns,
                fields.contains(TicketField.REQUESTER.name()) ? caller(ticket) : Optional.empty(),
                fields.contains(TicketField.ASSIGNEE.name()) ? assignee(ticket) : Optional.empty(),
                references);
    }

    /** Who asks for help, written as they are now. */
    IncidentFields requester(Ticket ticket) {
        return new IncidentFields(Map.of(), caller(ticket), Optional.empty());
    }

    /** What a poll would show if everything over there were as it is here, for the columns that both sides change. */
    Map<String, String> asPolled(Ticket ticket, Mapping mapping) {
        Map<String, String> polled = new LinkedHashMap<>(all(ticket, mapping).columns());
        polled.put("caller_id.email", caller(ticket).map(Person::email).orElse(""));
        polled.put("assignment_group.name", group(ticket, mapping));
        polled.put("cmdb_ci.name", ticket.device());
        return polled;
    }

    /** The name of the group that is to work on it over there, or empty. */
    private String group(Ticket ticket, Mapping mapping) {
        String channel = ticket.channelId()
                .flatMap(channels::byId)
                .map(IntakeChannel::name)
                .orElse("");
        return mapping.group(channel).orElse("");
    }

    private Map<String, String> columns(Ticket ticket, TicketField field, Mapping mapping) {
        return switch (field) {
            case SUBJECT -> Map.of("short_description", shortened(ticket.subject(), SHORT_DESCRIPTION));
            case DESCRIPTION -> Map.of("description", shortened(ticket.description(), DESCRIPTION));
            case STATE -> mapping.columns(ticket.state(), texts.of("note.closed", ticket.number()));
            case PRIORITY -> mapping.columns(ticket.priority());
            case ASSIGNEE, REQUESTER, CHANNEL, DEVICE -> Map.of();
        };
    }

    private Optional<Person> caller(Ticket ticket) {
        return customers
                .byId(ticket.requesterId())
                .filter(customer -> !customer.email().isEmpty())
                .map(customer -> new Person(customer.email(), ""));
    }

    private Optional<Person> assignee(Ticket ticket) {
        return Optional.of(ticket.assigneeId()
                .flatMap(technicians::byId)
                .map(technician -> new Person(technician.email(), ""))
                .orElseGet(Person::nobody));
    }

    private static boolean isNobody(Person person) {
        return person.equals(Person.nobody());
    }

    private static String fact(Ticket ticket, String fact) {
        return switch (fact) {
            case "number" -> ticket.number().toString();
            case "subject" -> ticket.subject();
            case "id" -> ticket.id().toString();
            default -> fact;
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
