package org.beistand.integration;

import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way out.
 *
 * @param id the same at every attempt, so that a destination can recognise a repetition
 * @param type dotted name of the event
 * @param payload JSON of the event
 */
public record Letter(UUID id, UUID companyId, String type, Instant occurredAt, String correlationId, String payload) {}
