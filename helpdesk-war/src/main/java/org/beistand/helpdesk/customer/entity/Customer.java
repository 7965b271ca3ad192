package org.beistand.helpdesk.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A person who asks for help: a ticket's requester. First known by what they or a technician typed; <em>verified</em>
 * once a directory or a login has confirmed it.
 */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 50)
    private String phone;

    @Column(nullable = false, length = 200)
    private String department;

    @Column(nullable = false, length = 5)
    private String language;

    @Column(nullable = false)
    private boolean verified;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Customer() {}

    /** A customer of the current company, not yet verified; {@code email} may be empty. */
    public Customer(String name, String email, Locale language, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.email = folded(email);
        this.phone = "";
        this.department = "";
        this.language = language.getLanguage();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Lower case, or empty. */
    public String email() {
        return email;
    }

    /** May be empty. */
    public String phone() {
        return phone;
    }

    /** May be empty. */
    public String department() {
        return department;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public boolean isVerified() {
        return verified;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** Another address; may be empty. */
    public void writeTo(String newEmail) {
        email = folded(newEmail);
    }

    private static String folded(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public void reachAt(String newPhone, String newDepartment) {
        phone = newPhone;
        department = newDepartment;
    }

    /** A directory or a login has confirmed who this is. */
    public void verify() {
        verified = true;
    }
}
