package org.beistand.helpdesk.mail.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** How a company sends e-mail, as whom, and how that has gone lately. */
@Entity
@Table(name = "mail_outgoing")
public class MailOutgoing {

    private static final int SUBMISSION = 587;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Embedded
    private MailAccess access;

    @Column(name = "sender_address", nullable = false, length = 254)
    private String senderAddress;

    @Column(name = "sender_name", nullable = false, length = 200)
    private String senderName;

    @Column(name = "succeeded_at")
    private @Nullable Instant succeededAt;

    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    @Column(nullable = false, length = 1000)
    private String failure;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected MailOutgoing() {}

    /** Not set up yet. */
    public MailOutgoing(String senderName) {
        this.id = UUID.randomUUID();
        this.access = new MailAccess(SUBMISSION, MailAccess.Security.STARTTLS);
        this.senderAddress = "";
        this.senderName = senderName;
        this.failure = "";
    }

    public void sendAs(String address, String name) {
        senderAddress = address;
        senderName = name;
    }

    public void switchTo(boolean on) {
        enabled = on;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public MailAccess access() {
        return access;
    }

    public String senderAddress() {
        return senderAddress;
    }

    public String senderName() {
        return senderName;
    }

    public Optional<Instant> succeededAt() {
        return Optional.ofNullable(succeededAt);
    }

    public Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }

    public String failure() {
        return failure;
    }
}
