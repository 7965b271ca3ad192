package org.beistand.helpdesk.invitation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An invitation on its way. What it lets in, the link and perhaps the PIN, is kept sealed until the message is handed
 * over or has come too late, and then wiped; what is left is when and to which session.
 */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "session_id", nullable = false, updatable = false)
    private UUID sessionId;

    @Column(nullable = false, length = 2000)
    private String sealed;

    @Column(nullable = false, updatable = false, length = 5)
    private String language;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Invitation() {}

    /** @param dispatchId of the entry in the ticket's timeline */
    public Invitation(UUID dispatchId, UUID sessionId, String sealed, Locale language, Instant expiresAt) {
        this.id = dispatchId;
        this.sessionId = sessionId;
        this.sealed = sealed;
        this.language = language.getLanguage();
        this.expiresAt = expiresAt;
    }

    /** Nobody needs the secret any more. */
    public void wipe() {
        sealed = "";
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    /** Empty once wiped. */
    public String sealed() {
        return sealed;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
