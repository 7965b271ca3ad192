package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** How a company reaches its instance, and how that has gone lately. Secrets are here sealed only. */
@Entity
@Table(name = "servicenow_connection")
public class ServiceNowConnection {

    private static final int LONGEST_FAILURE = 1000;

    /** How we prove who we are over there. */
    public enum AccessKind {
        /** User and password with each request. */
        BASIC,
        /** OAuth 2 client credentials. */
        CLIENT,
        /** OAuth 2 with client and user, for instances without client credentials. */
        CLIENT_AND_USER
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Column(nullable = false)
    private boolean inbound;

    @Column(nullable = false, length = 500)
    private String instance;

    @Enumerated(EnumType.STRING)
    @Column(name = "access_kind", nullable = false, length = 20)
    private AccessKind accessKind;

    @Column(name = "user_name", nullable = false, length = 200)
    private String userName;

    @Column(name = "sealed_password", nullable = false, length = 2000)
    private String sealedPassword;

    @Column(name = "client_id", nullable = false, length = 200)
    private String clientId;

    @Column(name = "sealed_secret", nullable = false, length = 2000)
    private String sealedSecret;

    @Column(nullable = false, length = 8000)
    private String mapping;

    @Column(name = "poll_seconds", nullable = false)
    private int pollSeconds;

    /** Their clock, as they write it: {@code yyyy-MM-dd HH:mm:ss} in UTC; empty before the first poll. */
    @Column(nullable = false, length = 19)
    private String watermark;

    @Column(name = "polled_at")
    private @Nullable Instant polledAt;

    /** Polls without an answer since the last one that had one. Moved by updates of its own, as is the next. */
    @Column(name = "poll_failures", nullable = false, updatable = false)
    private int pollFailures;

    @Column(name = "poll_not_before", updatable = false)
    private @Nullable Instant pollNotBefore;

    @Column(name = "succeeded_at")
    private @Nullable Instant succeededAt;

    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    @Column(nullable = false, length = LONGEST_FAILURE)
    private String failure;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ServiceNowConnection() {}

    /** Not connected yet. */
    public ServiceNowConnection(String mapping) {
        this.id = UUID.randomUUID();
        this.instance = "";
        this.accessKind = AccessKind.CLIENT;
        this.userName = "";
        this.sealedPassword = "";
        this.clientId = "";
        this.sealedSecret = "";
        this.mapping = mapping;
        this.pollSeconds = 15;
        this.watermark = "";
        this.failure = "";
    }

    /** @param sealedPasswordIfNew empty to keep the one that is there; likewise the secret */
    public void reach(
            String newInstance,
            AccessKind kind,
            String newUserName,
            String sealedPasswordIfNew,
            String newClientId,
            String sealedSecretIfNew) {
        if (!newInstance.equals(instance)) {
            // Another instance must never be shown the secrets of this one.
            sealedPassword = "";
            sealedSecret = "";
            watermark = "";
        }
        instance = newInstance;
        accessKind = kind;
        userName = newUserName;
        clientId = newClientId;
        sealedPassword = sealedPasswordIfNew.isEmpty() ? sealedPassword : sealedPasswordIfNew;
        sealedSecret = sealedSecretIfNew.isEmpty() ? sealedSecret : sealedSecretIfNew;
    }

    public void map(String newMapping) {
        mapping = newMapping;
    }

    public void switchTo(boolean outbound, boolean alsoInbound, int everySeconds) {
        enabled = outbound;
        inbound = alsoInbound;
        pollSeconds = everySeconds;
    }

    public UUID id() {
        return id;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean isInbound() {
        return inbound;
    }

    public String instance() {
        return instance;
    }

    public AccessKind accessKind() {
        return accessKind;
    }

    public String userName() {
        return userName;
    }

    public String sealedPassword() {
        return sealedPassword;
    }

    public String clientId() {
        return clientId;
    }

    public String sealedSecret() {
        return sealedSecret;
    }

    public String mapping() {
        return mapping;
    }

    public int pollSeconds() {
        return pollSeconds;
    }

    public String watermark() {
        return watermark;
    }

    public Optional<Instant> polledAt() {
        return Optional.ofNullable(polledAt);
    }

    public int pollFailures() {
        return pollFailures;
    }

    /** When the instance is asked again at the earliest, after it gave no answer or asked to be left alone. */
    public Optional<Instant> pollNotBefore() {
        return Optional.ofNullable(pollNotBefore);
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
