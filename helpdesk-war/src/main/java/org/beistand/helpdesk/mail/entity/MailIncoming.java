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

/**
 * A company's mailbox, how far it was read, and how that has gone lately. The place in it is moved by updates of its own
 * (see {@code Mailboxes}), so that saving settings never puts it back.
 */
@Entity
@Table(name = "mail_incoming")
public class MailIncoming {

    private static final int IMAPS = 993;
    private static final int USUAL_POLL = 30;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Embedded
    private MailAccess access;

    @Column(nullable = false, length = 200)
    private String folder;

    @Column(name = "channel_id")
    private @Nullable UUID channelId;

    @Column(name = "poll_seconds", nullable = false)
    private int pollSeconds;

    /** UIDVALIDITY of the folder, 0 before it was read. */
    @Column(name = "uid_validity", nullable = false, updatable = false)
    private long uidValidity;

    @Column(name = "last_uid", nullable = false, updatable = false)
    private long lastUid;

    @Column(name = "polled_at", updatable = false)
    private @Nullable Instant polledAt;

    @Column(name = "succeeded_at", updatable = false)
    private @Nullable Instant succeededAt;

    @Column(name = "failed_at", updatable = false)
    private @Nullable Instant failedAt;

    @Column(nullable = false, length = 1000, updatable = false)
    private String failure;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected MailIncoming() {}

    /** Nowhere yet. */
    public static MailIncoming notSetUp() {
        var fresh = new MailIncoming();
        fresh.id = UUID.randomUUID();
        fresh.access = new MailAccess(IMAPS, MailAccess.Security.TLS);
        fresh.folder = "INBOX";
        fresh.pollSeconds = USUAL_POLL;
        fresh.failure = "";
        return fresh;
    }

    /** @param channel that tickets made of mail arrive by */
    public void read(String newFolder, Optional<UUID> channel, int everySeconds) {
        folder = newFolder;
        channelId = channel.orElse(null);
        pollSeconds = everySeconds;
    }

    public void switchTo(boolean on) {
        enabled = on;
    }

    public UUID id() {
        return id;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public MailAccess access() {
        return access;
    }

    public String folder() {
        return folder;
    }

    public Optional<UUID> channelId() {
        return Optional.ofNullable(channelId);
    }

    public int pollSeconds() {
        return pollSeconds;
    }

    public long uidValidity() {
        return uidValidity;
    }

    public long lastUid() {
        return lastUid;
    }

    public Optional<Instant> polledAt() {
        return Optional.ofNullable(polledAt);
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
