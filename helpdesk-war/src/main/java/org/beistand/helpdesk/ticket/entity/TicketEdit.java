package org.beistand.helpdesk.ticket.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to be different about a ticket. An empty field stays as it is.
 *
 * @param assignee a technician, or nobody
 * @param device what it is about, by the name or serial number on it; empty text for none
 */
public record TicketEdit(
        Optional<String> subject,
        Optional<String> description,
        Optional<TicketState> state,
        Optional<TicketPriority> priority,
        Optional<Assignee> assignee,
        Optional<UUID> requester,
        Optional<UUID> channel,
        Optional<String> device) {

    private static final TicketEdit NOTHING = new TicketEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Who is to work on a ticket: a technician's id, or empty for nobody. */
    public record Assignee(Optional<UUID> technician) {}

    public static TicketEdit nothing() {
        return NOTHING;
    }

    public TicketEdit withSubject(String text) {
        return new TicketEdit(Optional.of(text), description, state, priority, assignee, requester, channel, device);
    }

    public TicketEdit withDescription(String text) {
        return new TicketEdit(subject, Optional.of(text), state, priority, assignee, requester, channel, device);
    }

    public TicketEdit withState(TicketState next) {
        return new TicketEdit(subject, description, Optional.of(next), priority, assignee, requester, channel, device);
    }

    public TicketEdit withPriority(TicketPriority next) {
        return new TicketEdit(subject, description, state, Optional.of(next), assignee, requester, channel, device);
    }

    public TicketEdit withAssignee(Optional<UUID> technician) {
        var next = Optional.of(new Assignee(technician));
        return new TicketEdit(subject, description, state, priority, next, requester, channel, device);
    }

    public TicketEdit withRequester(UUID customer) {
        return new TicketEdit(subject, description, state, priority, assignee, Optional.of(customer), channel, device);
    }

    public TicketEdit withChannel(UUID next) {
        return new TicketEdit(subject, description, state, priority, assignee, requester, Optional.of(next), device);
    }

    public TicketEdit withDevice(String next) {
        return new TicketEdit(subject, description, state, priority, assignee, requester, channel, Optional.of(next));
    }
}
