package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Words to or from the requester; everybody concerned may read them. */
@Entity
@Table(name = "ticket_public_reply")
public non-sealed class PublicReply extends TimelineRow implements TimelineEntry {

    @Column(nullable = false, updatable = false, length = TicketText.BODY)
    private String text;

    @Convert(converter = IdList.class)
    @Column(nullable = false, updatable = false, length = 2000)
    private List<UUID> attachments;

    @SuppressWarnings("NullAway.Init")
    protected PublicReply() {}

    PublicReply(UUID id, UUID ticketId, String text, List<UUID> attachments, Author author, Instant at) {
        super(id, ticketId, author, at);
        this.text = text;
        this.attachments = List.copyOf(attachments);
    }

    /** Plain text, line breaks kept. */
    public String text() {
        return text;
    }

    /** The attachments sent with it. An attachment that no public reply names is internal. */
    public List<UUID> attachments() {
        return attachments;
    }
}
