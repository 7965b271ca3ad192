package org.beistand.helpdesk.invitation.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.event.DomainEvent;

/** A technician wants a customer invited. Says where the invitation lies and nothing of what it lets in. */
public record InvitationRequested(UUID companyId, UUID ticket, Instant occurredAt, Payload payload)
        implements DomainEvent {

    /** The kind of event, for destinations. */
    public static final String TYPE = "invitation.requested";

    /** @param way {@code MAIL} or {@code SMS} */
    public record Payload(String invitationId, String sessionId, String way) {}

    @Override
    public Optional<UUID> ticketId() {
        return Optional.of(ticket);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
