package org.beistand.helpdesk.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.Role;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person's way in: login name, password hash and role. Created by an administrator, changed by its owner, deactivated
 * but never deleted, because history names it. Who the person is stands in the technician room under the same id.
 */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(name = "login_name", nullable = false, length = 100)
    private String loginName;

    @Column(name = "password_hash", nullable = false, length = 300)
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    private Role role;

    @Column(length = 5)
    private @Nullable String language;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "password_changed_at", nullable = false)
    private Instant passwordChangedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Account() {}

    /** An active account in the current company. */
    public Account(String loginName, String passwordHash, Role role, Instant now) {
        this.id = UUID.randomUUID();
        this.loginName = normalise(loginName);
        this.passwordHash = passwordHash;
        this.role = role;
        this.active = true;
        this.createdAt = now;
        this.passwordChangedAt = now;
    }

    /** Login names are compared without case and surrounding blanks. */
    public static String normalise(String loginName) {
        return loginName.strip().toLowerCase(Locale.ROOT);
    }

    public UUID id() {
        return id;
    }

    public String loginName() {
        return loginName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    /** The person's choice, or empty for the browser's. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public boolean isActive() {
        return active;
    }

    /** Sessions that began before this instant are over. */
    public Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    /** A new password: every session of the old one ends. */
    public void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        passwordChangedAt = now;
    }

    /** The same password under stronger parameters: sessions go on. */
    public void rehash(String newHash) {
        passwordHash = newHash;
    }

    /** Another login name; who owns the index of login names must follow. */
    public void rename(String newLoginName) {
        loginName = normalise(newLoginName);
    }

    /** Nobody who is signed in stays so, even if the account is opened again later. */
    public void endSessions(Instant now) {
        passwordChangedAt = now;
    }

    public void promoteTo(Role newRole) {
        role = newRole;
    }

    public void speak(Optional<String> newLanguage) {
        language = newLanguage.orElse(null);
    }

    public void deactivate() {
        active = false;
    }

    public void activate() {
        active = true;
    }
}
