package org.beistand.helpdesk.mail.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A message that was sent or looked at, by its Message-ID, and what was made of it. Holds none of its words. */
@Entity
@Table(name = "mail_message")
public class MailMessage {

    /** What was made of a message. */
    public enum Fate {
        /** It is ours. */
        SENT,
        /** A new ticket. */
        TICKET,
        /** A public reply of the requester. */
        REPLY,
        /** An internal note, because its sender is no participant. */
        NOTE,
        /** Nothing: an automatic answer, a loop, a flood. */
        IGNORED,
        /** Nothing, because it could not be read; somebody should look into the mailbox. */
        REFUSED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "id_hash", nullable = false, updatable = false, length = 64)
    private String idHash;

    @Column(name = "message_id", nullable = false, updatable = false, length = 400)
    private String messageId;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    @Column(name = "dispatch_id", updatable = false)
    private @Nullable UUID dispatchId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private Fate fate;

    @Column(nullable = false, length = 254)
    private String correspondent;

    @Column(nullable = false, length = 200)
    private String subject;

    @Column(nullable = false, length = 200)
    private String reason;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected MailMessage() {}

    public UUID id() {
        return id;
    }

    /** SHA-256 of the Message-ID, hexadecimal. */
    public String idHash() {
        return idHash;
    }

    public String messageId() {
        return messageId;
    }

    public Optional<UUID> ticketId() {
        return Optional.ofNullable(ticketId);
    }

    /** The entry in the timeline, for messages of ours. */
    public Optional<UUID> dispatchId() {
        return Optional.ofNullable(dispatchId);
    }

    public Fate fate() {
        return fate;
    }

    /** Whom it was from, or for ours, whom it went to; may be empty. */
    public String correspondent() {
        return correspondent;
    }

    public String subject() {
        return subject;
    }

    /** Why nothing was made of it, or empty. */
    public String reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }
}
