package org.beistand.helpdesk.ticket.control;

import java.util.Set;
import java.util.UUID;

/** Tells which sessions of a ticket were recorded; the recording room knows, which stands above this one. */
public interface RecordedSessions {

    /** Those of which there is a recording now; runs in the caller's transaction, for the current company. */
    Set<UUID> ofTicket(UUID ticketId);
}
