package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company's ServiceNow proves itself with when it calls us. May ask for PINs and nothing else. Installation-wide,
 * because which company calls must be known before the company is.
 */
@Entity
@Table(name = "servicenow_client")
public class CallerClient {

    @Id
    @Column(name = "client_id", length = 64)
    private String clientId;

    @Column(name = "of_company", nullable = false, updatable = false)
    private UUID ofCompany;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(name = "secret_hash", nullable = false, updatable = false, length = 64)
    private String secretHash;

    /** The signing key must be read again to check a signature; the secret need not. */
    @Column(name = "sealed_key", nullable = false, updatable = false, length = 2000)
    private String sealedKey;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CallerClient() {}

    public CallerClient(
            String clientId,
            UUID ofCompany,
            String name,
            String secretHash,
            String sealedKey,
            UUID createdBy,
            Instant createdAt) {
        this.clientId = clientId;
        this.ofCompany = ofCompany;
        this.name = name;
        this.secretHash = secretHash;
        this.sealedKey = sealedKey;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public void used(Instant at) {
        usedAt = at;
    }

    public String clientId() {
        return clientId;
    }

    public UUID ofCompany() {
        return ofCompany;
    }

    public String name() {
        return name;
    }

    public String secretHash() {
        return secretHash;
    }

    public String sealedKey() {
        return sealedKey;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }
}
