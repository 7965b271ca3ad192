package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a ticket; its bytes lie apart. Internal, unless a {@link PublicReply} names it: publishing is an
 * act, not a forgotten check.
 */
@Entity
@Table(name = "ticket_attachment")
public non-sealed class Attachment implements TimelineEntry {

    /** The largest file, in bytes: 100 MiB. */
    public static final long LARGEST = 100L * 1024 * 1024;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "ticket_id", nullable = false, updatable = false)
    private UUID ticketId;

    @Convert(converter = AttachmentName.Column.class)
    @Column(nullable = false, updatable = false, length = AttachmentName.LONGEST)
    private AttachmentName name;

    @Column(name = "media_type", nullable = false, updatable = false, length = 100)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long size;

    @Column(nullable = false, updatable = false, length = 64)
    private String sha256;

    @Embedded
    private Author author;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    /**
     * @param mediaType found by looking at the bytes, never the sender's word
     * @param size in bytes
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     */
    public Attachment(
            UUID id,
            UUID ticketId,
            AttachmentName name,
            String mediaType,
            long size,
            String sha256,
            Author author,
            Instant at) {
        this.id = id;
        this.ticketId = ticketId;
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
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

    public AttachmentName name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Of the bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }
}
