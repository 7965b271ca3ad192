package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.entity.IncidentLink;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.integration.servicenow.ChangedIncident;
import org.beistand.integration.servicenow.ChangedIncident.JournalEntry;

/**
 * Brings what people did in ServiceNow into our ticket.
 *
 * <p>A field counts as changed over there if it differs from what we saw last time; it is taken if it also differs from
 * what we would write, and if nobody changed it here later: of two changes the later one stands, and both are in their
 * histories. Looking at values instead of at who wrote last, our own writes fall out by themselves, and a person's change
 * beneath one of ours does not.
 */
@ApplicationScoped
public class TheirChanges {

    private static final DateTimeFormatter THEIRS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> WATCHED =
            List.of("state", "impact", "urgency", "short_description", "assigned_to.email");
    private static final int LONGEST_TEXT = 20_000;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    TicketChanges changes;

    @Inject
    TicketTimeline timeline;

    @Inject
    Technicians technicians;

    @Inject
    Connections connections;

    @Inject
    IncidentColumns columns;

    @Inject
    NoteTexts texts;

    @Inject
    Clock clock;

    /** @param us our user over there: what that one wrote in journals is ours already */
    public void take(ChangedIncident incident, Mapping mapping, String us) {
        connections.bySysId(incident.sysId()).ifPresent(link -> {
            Ticket ticket = tickets.requireForUpdate(link.ticketId());
            var author = Author.outside(incident.field("sys_updated_by") + " (ServiceNow)");
            takeFields(incident, link, ticket, mapping, author);
            incident.journal().stream()
                    .filter(entry ->
                            !entry.by().equalsIgnoreCase(us) && !entry.text().isBlank())
                    .filter(this::isNew)
                    .forEach(entry -> takeWords(entry, ticket));
            link.see(Integer.parseInt("0" + incident.field("sys_mod_count").replaceAll("\\D", "")), seen(incident));
        });
    }

    private void takeFields(
            ChangedIncident incident, IncidentLink link, Ticket ticket, Mapping mapping, Author author) {
        Map<String, String> before = read(link.seenFields());
        Map<String, String> ours = columns.all(ticket, mapping).columns();
        Instant theirTime = time(incident.field("sys_updated_on"));
        TicketEdit edit = TicketEdit.nothing();
        if (isTheirs(incident, before, ours, "state") && isLater(ticket, TicketField.STATE, theirTime)) {
            edit = withState(edit, ticket, mapping, incident.field("state"), author);
        }
        if (ticket.state() == TicketState.CLOSED) {
            return; // Its fields are history; what was said about it still comes in.
        }
        boolean rank = isTheirs(incident, before, ours, "impact") || isTheirs(incident, before, ours, "urgency");
        if (rank && isLater(ticket, TicketField.PRIORITY, theirTime)) {
            edit = edit.withPriority(mapping.priority(incident.field("impact"), incident.field("urgency")));
        }
        if (isTheirs(incident, before, ours, "short_description")
                && !incident.field("short_description").isBlank()
                && isLater(ticket, TicketField.SUBJECT, theirTime)) {
            edit = edit.withSubject(incident.field("short_description"));
        }
        String email = incident.field("assigned_to.email");
        if (!email.equals(before.getOrDefault("assigned_to.email", ""))
                && isLater(ticket, TicketField.ASSIGNEE, theirTime)) {
            Optional<Technician> assignee = byEmail(email);
            edit = assignee.isPresent() || email.isEmpty() ? edit.withAssignee(assignee.map(Technician::id)) : edit;
        }
        if (!edit.equals(TicketEdit.nothing())) {
            changes.change(ticket.id(), ticket.version(), edit, author);
        }
    }

    private static boolean isTheirs(
            ChangedIncident incident, Map<String, String> before, Map<String, String> ours, String column) {
        String now = incident.field(column);
        return !now.equals(before.getOrDefault(column, "\u0000")) && !now.equals(ours.get(column));
    }

    /** Their times have seconds only; within the same second theirs is taken. */
    private boolean isLater(Ticket ticket, TicketField field, Instant theirTime) {
        return timeline.of(FieldChange.class, ticket.id()).stream()
                .filter(change -> change.field() == field)
                .map(FieldChange::at)
                .noneMatch(ourTime -> ourTime.isAfter(theirTime.plusSeconds(1)));
    }

    /** A state that cannot follow ours is told as a note, so that a person decides. */
    private TicketEdit withState(TicketEdit edit, Ticket ticket, Mapping mapping, String theirs, Author author) {
        Optional<TicketState> next = mapping.state(theirs);
        if (next.filter(state -> ticket.state().mayBecome(state)).isPresent()) {
            return edit.withState(next.get());
        }
        if (next.filter(state -> state == ticket.state()).isEmpty()) {
            timeline.addInternalNote(ticket.id(), texts.of("in.state", theirs, ticket.state()), author);
        }
        return edit;
    }

    private Optional<Technician> byEmail(String email) {
        var found = technicians.active().stream()
                .filter(one -> !email.isEmpty() && one.email().equalsIgnoreCase(email))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void takeWords(JournalEntry entry, Ticket ticket) {
        var author = Author.outside(entry.by() + " (ServiceNow)");
        String text = entry.text().substring(0, Math.min(entry.text().length(), LONGEST_TEXT));
        if (entry.isPublic() && ticket.state() != TicketState.CLOSED) {
            timeline.addPublicReply(ticket.id(), text, List.of(), author, Optional.of(ticket.state()));
        } else {
            timeline.addInternalNote(ticket.id(), text, author);
        }
    }

    /** Of two nodes that read the same entry, the database lets one take it. */
    private boolean isNew(JournalEntry entry) {
        return entry.sysId().matches("[0-9a-f]{32}")
                && entities.createNativeQuery("""
                                insert into servicenow_journal (sys_id, company_id, taken_at) values (?1, ?2, ?3)
                                on conflict do nothing
                                """)
                                .setParameter(1, entry.sysId())
                                .setParameter(2, CurrentCompany.require())
                                .setParameter(3, clock.instant())
                                .executeUpdate()
                        == 1;
    }

    private static String seen(ChangedIncident incident) {
        return WATCHED.stream()
                .map(column -> column + "=" + incident.field(column).replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }

    /** Without a readable time it cannot be later than anything. */
    private static Instant time(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
                ? LocalDateTime.parse(text, THEIRS).toInstant(ZoneOffset.UTC)
                : Instant.EPOCH;
    }
}
