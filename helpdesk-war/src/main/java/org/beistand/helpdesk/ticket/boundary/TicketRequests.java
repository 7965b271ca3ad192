package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/** Reads what programs send. The records say what a body may hold; everything else in one is refused by name. */
@ApplicationScoped
class TicketRequests {

    private static final Set<String> OPENING =
            Set.of("subject", "description", "requester", "priority", "channel", "assignee");
    private static final Set<String> CHANGE = Set.of(
            "version", "subject", "description", "state", "priority", "assignee", "requester", "channel", "device");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    /** The body that opens a ticket: {@code requester}, {@code channel} and {@code assignee} are ids. */
    public record Opening(
            String subject,
            Optional<String> description,
            UUID requester,
            Optional<TicketPriority> priority,
            Optional<UUID> channel,
            Optional<UUID> assignee) {}

    /** The body of a change: a field left out stays, {@code assignee: null} gives the ticket back. */
    public record Change(
            Optional<Long> version,
            Optional<String> subject,
            Optional<String> description,
            Optional<TicketState> state,
            Optional<TicketPriority> priority,
            Optional<UUID> assignee,
            Optional<UUID> requester,
            Optional<UUID> channel,
            Optional<String> device) {}

    /** The body of a public reply: {@code attachments} of this ticket are published with it. */
    public record Reply(String text, Set<UUID> attachments, Optional<TicketState> state) {}

    /** The body of an internal note. */
    public record Note(String text) {}

    /** The body that corrects a requester; what is left out stays. */
    public record Requester(Optional<String> name, Optional<String> email) {}

    NewTicket opening(JsonObject body) {
        var fields = new JsonFields(body, OPENING);
        return new NewTicket(
                fields.id("requester").orElseThrow(() -> new InvalidFieldException("requester")),
                fields.requiredText("subject"),
                fields.text("description").orElse(""),
                fields.choice("priority", TicketPriority.class).orElse(TicketPriority.NORMAL),
                fields.id("channel"),
                fields.id("assignee"));
    }

    /** @throws VersionRequiredException if neither the header nor the body names one */
    long version(Optional<String> ifMatch, JsonObject body) {
        if (ifMatch.isPresent()) {
            var matcher = ETAG.matcher(ifMatch.get().strip());
            if (!matcher.matches()) {
                throw new InvalidFieldException("If-Match");
            }
            return Long.parseLong(matcher.group(1));
        }
        return new JsonFields(body, CHANGE).number("version").orElseThrow(VersionRequiredException::new);
    }

    TicketEdit edit(JsonObject body) {
        var fields = new JsonFields(body, CHANGE);
        return new TicketEdit(
                fields.text("subject"),
                fields.text("description"),
                fields.choice("state", TicketState.class),
                fields.choice("priority", TicketPriority.class),
                fields.has("assignee") ? Optional.of(new TicketEdit.Assignee(fields.id("assignee"))) : Optional.empty(),
                fields.id("requester"),
                fields.id("channel"),
                fields.text("device"));
    }

    Reply reply(JsonObject body) {
        var fields = new JsonFields(body, Set.of("text", "attachments", "state"));
        return new Reply(
                fields.requiredText("text"), fields.ids("attachments"), fields.choice("state", TicketState.class));
    }

    Requester requester(JsonObject body) {
        var fields = new JsonFields(body, Set.of("name", "email"));
        return new Requester(fields.text("name"), fields.text("email"));
    }

    String note(JsonObject body) {
        return new JsonFields(body, Set.of("text")).requiredText("text");
    }
}
