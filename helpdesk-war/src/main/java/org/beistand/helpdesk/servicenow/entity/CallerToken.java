package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A bearer token that a {@link CallerClient} was given; only its hash is stored. */
@Entity
@Table(name = "servicenow_token")
public class CallerToken {

    @Id
    @Column(name = "token_hash", length = 64)
    private String tokenHash;

    @Column(name = "of_company", nullable = false, updatable = false)
    private UUID ofCompany;

    @Column(name = "client_id", nullable = false, updatable = false, length = 64)
    private String clientId;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CallerToken() {}

    public CallerToken(String tokenHash, UUID ofCompany, String clientId, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.ofCompany = ofCompany;
        this.clientId = clientId;
        this.expiresAt = expiresAt;
    }

    public String clientId() {
        return clientId;
    }

    public boolean isAlive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
