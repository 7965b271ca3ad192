package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A signature that was used, until its time is over anyway. */
@Entity
@Table(name = "servicenow_signature")
public class SeenSignature {

    @Id
    @Column(name = "signature_hash", length = 64)
    private String signatureHash;

    @Column(name = "of_company", nullable = false, updatable = false)
    private UUID ofCompany;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SeenSignature() {}

    public SeenSignature(String signatureHash, UUID ofCompany, Instant expiresAt) {
        this.signatureHash = signatureHash;
        this.ofCompany = ofCompany;
        this.expiresAt = expiresAt;
    }
}
