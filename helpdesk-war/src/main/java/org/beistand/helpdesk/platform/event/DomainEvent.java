package org.beistand.helpdesk.platform.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened, named in the past tense. Fired as a CDI event inside the transaction that made it true and
 * observed synchronously there, so that what is remembered and what happened commit together. Never fired asynchronously.
 */
public interface DomainEvent {

    UUID companyId();

    /** The ticket it belongs to, if any. */
    Optional<UUID> ticketId();

    /** Dotted name, stable for other systems, e.g. {@code ticket.created}. */
    String type();

    Instant occurredAt();

    /** A record of JSON-friendly values; never an entity, never a secret. */
    Record payload();
}
