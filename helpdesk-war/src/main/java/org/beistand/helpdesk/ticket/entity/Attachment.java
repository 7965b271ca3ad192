package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that came with a ticket; its bytes lie apart. Internal, unless a {@link PublicReply} names it: publishing is an
 * act, not a forgotten check.
 */
@Entity
@Table(name = "ticket_attachment")
public non-sealed class Attachment extends TimelineRow implements TimelineEntry {

    /** The largest file, in bytes: 100 MiB. */
    public static final long LARGEST = 100L * 1024 * 1024;

    @Convert(converter = AttachmentName.Column.class)
    @Column(nullable = false, updatable = false, length = AttachmentName.LONGEST)
    private AttachmentName name;

    @Column(name = "media_type", nullable = false, updatable = false, length = 100)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long size;

    @Column(nullable = false, updatable = false, length = 64)
    private String sha256;

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
        super(id, ticketId, author, at);
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
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
