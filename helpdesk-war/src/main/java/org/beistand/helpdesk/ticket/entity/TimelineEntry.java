package org.beistand.helpdesk.ticket.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a ticket. Each kind has its own class and its own table, so that code which shows things to
 * a requester takes a {@link PublicReply} and cannot even be handed an {@link InternalNote}.
 */
public sealed interface TimelineEntry
        permits PublicReply, InternalNote, FieldChange, SessionEntry, SessionNews, SurveyAnswer, Attachment, Dispatch {

    UUID id();

    UUID ticketId();

    Author author();

    /** When it happened, to the microsecond: the databases keep no more. */
    Instant at();
}
