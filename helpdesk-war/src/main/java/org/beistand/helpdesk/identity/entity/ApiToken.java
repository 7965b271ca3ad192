package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.platform.security.Scope;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A program's way in: made by an administrator, shown once, good for a few scopes until it expires or is revoked. What is
 * stored is only the hash, in {@link ApiTokenLogin}.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(name = "account_id", nullable = false)
    private UUID accountId;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(nullable = false, length = 500)
    private String scopes;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ApiToken() {}

    /** @param accountId whose rights the token can never exceed */
    public ApiToken(UUID accountId, String name, Set<Scope> scopes, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.name = name;
        this.scopes = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Set<Scope> scopes() {
        return Arrays.stream(scopes.split(" "))
                .map(Scope::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public boolean isAlive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
