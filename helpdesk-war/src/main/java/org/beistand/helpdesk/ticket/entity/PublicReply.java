package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Words to or from the requester; everybody concerned may read them. */
@Entity
@Table(name = "ticket_public_reply")
public non-sealed class PublicReply implements TimelineEntry {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Column(nullable = false, updatable = false, length = TicketText.BODY)
    private String text;

    @Convert(converter = IdList.class)
    @Column(nullable = false, updatable = false, length = 2000)
    private List<UUID> attachments;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublicReply() {}

    PublicReply(UUID id, UUID ticketId, String text, List<UUID> attachments, Author author, Instant at) {
        this.id = id;
        this.ticketId = ticketId;
        this.text = text;
        this.attachments = List.copyOf(attachments);
        this.author = author;
        this.happenedAt = at;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID ticketId() {
        return ticketId;
    }

    @Override
    public Author author() {
        return author;
    }

    @Override
    public Instant at() {
        return happenedAt;
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
