package org.beistand.helpdesk.ticket.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketNumber;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/** One ticket as a list shows it. */
public record TicketRow(
        UUID id,
        TicketNumber number,
        String subject,
        TicketState state,
        TicketPriority priority,
        String requester,
        Optional<String> assignee,
        Optional<String> channel,
        Instant createdAt,
        Instant activeAt) {}
