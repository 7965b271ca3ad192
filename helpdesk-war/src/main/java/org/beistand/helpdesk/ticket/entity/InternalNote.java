package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Words among technicians. Never leaves the desk: no e-mail, no customer page, no public event carries one. */
@Entity
@Table(name = "ticket_internal_note")
public non-sealed class InternalNote extends TimelineRow implements TimelineEntry {

    @Column(nullable = false, updatable = false, length = TicketText.BODY)
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected InternalNote() {}

    InternalNote(UUID id, UUID ticketId, String text, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.text = text;
    }

    /** Plain text, line breaks kept. */
    public String text() {
        return text;
    }
}
