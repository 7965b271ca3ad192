package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.entity.IncidentLink;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;
import org.beistand.helpdesk.ticket.control.TicketChanges;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.FieldChange;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.beistand.helpdesk.ticket.entity.TicketText;
import org.beistand.integration.Outcome.ForeignRecord;
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
    Requesters requesters;

    @Inject
    IntakeChannels channels;

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
            entities.refresh(link); // a delivery may have written it while we waited for the ticket
            var ours = columns.asPolled(ticket, mapping);
            takeFields(new Look(incident, SeenFields.read(link.seenFields()), ours, ticket, mapping, us));
            incident.journal().stream()
                    .filter(entry ->
                            !entry.by().equalsIgnoreCase(us) && !entry.text().isBlank())
                    .filter(this::isNew)
                    .forEach(entry -> takeWords(entry, ticket));
            link.see(
                    Integer.parseInt("0" + incident.field("sys_mod_count").replaceAll("\\D", "")),
                    SeenFields.of(incident));
        });
    }

    /** Since when there may be changes that nobody took in; empty if the incident is as it was last seen. */
    public Optional<String> unseenSince(ChangedIncident incident) {
        return connections
                .bySysId(incident.sysId())
                .map(IncidentLink::seenFields)
                .filter(seen -> SeenFields.differ(seen, incident))
                .map(seen -> SeenFields.read(seen).getOrDefault(SeenFields.LAST_CHANGE, ""));
    }

    /** What we wrote ourselves is seen: it is no change of theirs, whatever we change next. */
    public void wrote(UUID ticket, ForeignRecord incident) {
        tickets.requireForUpdate(ticket);
        var link = connections.link(ticket, incident);
        Map<String, String> now = SeenFields.read(link.seenFields());
        now.putAll(incident.written());
        link.see(link.seenModCount(), SeenFields.lines(now));
    }

    private void takeFields(Look look) {
        TicketEdit edit = TicketEdit.nothing();
        if (look.isTheirs("state")
                && stands(look, TicketField.STATE, look.incident().field("state"))) {
            edit = withState(edit, look);
        }
        if (look.ticket().state() == TicketState.CLOSED) {
            return; // Its fields are history; what was said about it still comes in.
        }
        String impact = look.incident().field("impact");
        String urgency = look.incident().field("urgency");
        if ((look.isTheirs("impact") || look.isTheirs("urgency"))
                && stands(look, TicketField.PRIORITY, impact + "/" + urgency)) {
            edit = edit.withPriority(look.mapping().priority(impact, urgency));
        }
        String subject = look.incident().field("short_description");
        if (look.isTheirsAndSaysSomething("short_description") && stands(look, TicketField.SUBJECT, subject)) {
            edit = edit.withSubject(fitting(subject, look, TicketField.SUBJECT));
        }
        String email = look.incident().field("assigned_to.email");
        if (!SeenFields.shown(email).equals(look.before().getOrDefault("assigned_to.email", ""))
                && stands(look, TicketField.ASSIGNEE, email)) {
            Optional<Technician> assignee = byEmail(email);
            edit = assignee.isPresent() || email.isEmpty() ? edit.withAssignee(assignee.map(Technician::id)) : edit;
        }
        edit = withReferences(edit, look);
        if (!edit.equals(TicketEdit.nothing())) {
            changes.change(look.ticket().id(), look.ticket().version(), edit, look.author());
        }
    }

    /** Caller, group and configuration item. Nobody and nothing over there may mean that ours is not known there. */
    private TicketEdit withReferences(TicketEdit start, Look look) {
        TicketEdit edit = start;
        String caller = look.incident().field("caller_id.email");
        if (look.isTheirsAndSaysSomething("caller_id.email") && stands(look, TicketField.REQUESTER, caller)) {
            edit = edit.withRequester(requesters.named(caller, look.incident().field("caller_id.name")));
        }
        String device = look.incident().field("cmdb_ci.name");
        if (look.isTheirsAndSaysSomething("cmdb_ci.name") && stands(look, TicketField.DEVICE, device)) {
            edit = edit.withDevice(fitting(device, look, TicketField.DEVICE));
        }
        String group = look.incident().field("assignment_group.name");
        if (look.isTheirsAndSaysSomething("assignment_group.name") && stands(look, TicketField.CHANNEL, group)) {
            edit = withGroup(edit, look, group);
        }
        return edit;
    }

    /** A group that stands for no channel of ours is told as a note. */
    private TicketEdit withGroup(TicketEdit edit, Look look, String group) {
        Optional<IntakeChannel> channel = look.mapping()
                .channel(group)
                .flatMap(name -> channels.all().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst());
        if (channel.isEmpty() && look.before().containsKey("assignment_group.name")) {
            timeline.addInternalNote(look.ticket().id(), texts.of("in.group", group), look.author(TicketField.CHANNEL));
        }
        return channel.map(found -> edit.withChannel(found.id())).orElse(edit);
    }

    /** As much as a ticket holds of it; the whole then stands in a note. */
    private String fitting(String value, Look look, TicketField field) {
        String line = value.strip().replaceAll("\\s+", " ");
        if (line.length() <= TicketText.SUBJECT) {
            return line;
        }
        String whole = texts.of("in.long", texts.of("in.field." + field.name()), value);
        timeline.addInternalNote(look.ticket().id(), cut(whole), look.author(field));
        return TicketText.shortened(line);
    }

    /** As much as an entry holds, and that it is not all. */
    private String cut(String text) {
        if (text.length() <= TicketText.BODY) {
            return text;
        }
        String hint = "\n\n" + texts.of("in.cut");
        return text.substring(0, TicketText.BODY - hint.length()) + hint;
    }

    /** Whether theirs is the later change. If not, the earlier one is not lost: a note keeps it. */
    private boolean stands(Look look, TicketField field, String value) {
        boolean later = isLater(look.ticket(), field, look.when(field));
        if (!later) {
            timeline.addInternalNote(
                    look.ticket().id(),
                    texts.of("in.overruled", texts.of("in.field." + field.name()), value.isEmpty() ? "-" : value),
                    look.author(field));
        }
        return later;
    }

    /**
     * Their times have seconds only; within the same second theirs is taken. What we took from them earlier has the time
     * at which we took it, and is older than what they say now.
     */
    private boolean isLater(Ticket ticket, TicketField field, Instant theirTime) {
        return timeline.of(FieldChange.class, ticket.id()).stream()
                .filter(change -> change.field() == field)
                .filter(change -> !Look.isFromThere(change.author()))
                .map(FieldChange::at)
                .noneMatch(ourTime -> ourTime.isAfter(theirTime.plusSeconds(1)));
    }

    /** A state that cannot follow ours is told as a note, so that a person decides. */
    private TicketEdit withState(TicketEdit edit, Look look) {
        TicketState ours = look.ticket().state();
        String theirs = look.incident().field("state");
        Optional<TicketState> next = look.mapping().state(theirs);
        if (next.filter(ours::mayBecome).isPresent()) {
            return edit.withState(next.get());
        }
        if (next.filter(state -> state == ours).isEmpty()) {
            timeline.addInternalNote(
                    look.ticket().id(), texts.of("in.state", theirs, ours), look.author(TicketField.STATE));
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
        var author = Look.somebodyThere(entry.by());
        String text = cut(entry.text().strip());
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
}
