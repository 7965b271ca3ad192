package org.beistand.helpdesk.engine.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that grants and manifests are signed with. The newest signs; older ones are still given to relays until a day after
 * they were retired, so that a rotation breaks nothing that is on its way.
 */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    @Column(length = 64)
    private String kid;

    /** PKCS #8 in base64. */
    @Column(name = "private_key", nullable = false, updatable = false, length = 200)
    private String privateKey;

    /** X.509 in base64. */
    @Column(name = "public_key", nullable = false, updatable = false, length = 100)
    private String publicKey;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    public SigningKey(String kid, String privateKey, String publicKey, Instant madeAt) {
        this.kid = kid;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.madeAt = madeAt;
    }

    public void retire(Instant at) {
        retiredAt = at;
    }

    public String kid() {
        return kid;
    }

    public String privateKey() {
        return privateKey;
    }

    public String publicKey() {
        return publicKey;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }
}
