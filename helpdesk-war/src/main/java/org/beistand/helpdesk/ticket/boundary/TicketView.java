package org.beistand.helpdesk.ticket.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * A ticket with the names of everybody concerned.
 *
 * @param version to be given back with a change
 * @param device what it is about, by the name or serial number on it; empty if nobody said
 * @param successors the states that may follow
 */
public record TicketView(
        UUID id,
        String number,
        long version,
        String subject,
        String description,
        TicketState state,
        TicketPriority priority,
        PersonView requester,
        Optional<PersonView> assignee,
        Optional<ChannelView> channel,
        String device,
        Instant createdAt,
        Instant activeAt,
        List<TicketState> successors) {

    /** How a request arrived. */
    public record ChannelView(UUID id, String name) {}
}
