package org.beistand.helpdesk.servicenow.control;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketField;
import org.beistand.integration.servicenow.ChangedIncident;
import org.beistand.integration.servicenow.ChangedIncident.Change;

/**
 * One look at an incident of a ticket of ours.
 *
 * @param before as seen last time, of {@link SeenFields}
 * @param ours as it would be if it were as here
 * @param us our user over there
 */
record Look(
        ChangedIncident incident,
        Map<String, String> before,
        Map<String, String> ours,
        Ticket ticket,
        Mapping mapping,
        String us) {

    private static final String THERE = "ServiceNow";
    private static final String SOMEBODY_THERE = " (" + THERE + ")";
    private static final DateTimeFormatter THEIRS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    boolean isNew(String column) {
        return !SeenFields.shown(incident.field(column)).equals(before.getOrDefault(column, "\u0000"));
    }

    boolean isTheirs(String column) {
        return isNew(column) && !incident.field(column).equalsIgnoreCase(ours.get(column));
    }

    boolean isTheirsAndSaysSomething(String column) {
        return isTheirs(column) && !incident.field(column).isBlank();
    }

    /**
     * When a field was changed, if that is known. If not: when the incident was changed, unless that was we, by whatever
     * we wrote; then only that it was not before the last look.
     */
    Instant when(TicketField field) {
        String otherwise =
                isOursLast() ? before.getOrDefault(SeenFields.LAST_CHANGE, "") : incident.field(SeenFields.LAST_CHANGE);
        return known(columns(field))
                .map(Change::at)
                .map(Look::time)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> time(otherwise));
    }

    /** Who changed a field, as far as that is known. */
    Author author(TicketField field) {
        return author(columns(field));
    }

    /** Who changed the incident since the last look, as far as that is known. */
    Author author() {
        return author(Arrays.stream(TicketField.values())
                .map(Look::columns)
                .flatMap(List::stream)
                .filter(this::isNew)
                .toList());
    }

    private Author author(List<String> columns) {
        String by = known(columns)
                .filter(change -> !change.by().equalsIgnoreCase(us))
                .max(Comparator.comparing(Change::at))
                .map(Change::by)
                .orElseGet(() -> isOursLast() ? "" : incident.field("sys_updated_by"));
        return by.isEmpty() ? Author.outside(THERE) : somebodyThere(by);
    }

    /** How somebody in ServiceNow is named here. */
    static Author somebodyThere(String name) {
        return Author.outside(name + SOMEBODY_THERE);
    }

    /** Whether somebody in ServiceNow is named so here. */
    static boolean isFromThere(Author author) {
        return author.kind() == Author.Kind.SYSTEM
                && (author.name().equals(THERE) || author.name().endsWith(SOMEBODY_THERE));
    }

    private Stream<Change> known(List<String> columns) {
        return columns.stream().flatMap(column -> incident.change(column).stream());
    }

    private static List<String> columns(TicketField field) {
        return switch (field) {
            case STATE -> List.of("state");
            case PRIORITY -> List.of("impact", "urgency");
            case SUBJECT -> List.of("short_description");
            case ASSIGNEE -> List.of("assigned_to.email");
            case REQUESTER -> List.of("caller_id.email");
            case CHANNEL -> List.of("assignment_group.name");
            case DEVICE -> List.of("cmdb_ci.name");
            case DESCRIPTION -> List.of();
        };
    }

    private boolean isOursLast() {
        return incident.field("sys_updated_by").equalsIgnoreCase(us);
    }

    /** Without a readable time it cannot be later than anything. */
    private static Instant time(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
                ? LocalDateTime.parse(text, THEIRS).toInstant(ZoneOffset.UTC)
                : Instant.EPOCH;
    }
}
