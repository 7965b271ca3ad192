package org.beistand.helpdesk.technician.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A person of the service desk, as customers and colleagues see them. Has the same id as the person's account. */
@Entity
@Table(name = "technician")
public class Technician {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(name = "display_name", nullable = false, length = 200)
    private String displayName;

    @Column(nullable = false, length = 200)
    private String department;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false)
    private boolean active;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Technician() {}

    /** @param accountId the account that signs in as this person */
    public Technician(UUID accountId, String displayName, String department, String email) {
        this.id = accountId;
        this.displayName = displayName;
        this.department = department;
        this.email = email;
        this.active = true;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** May be empty. */
    public String department() {
        return department;
    }

    /** May be empty. */
    public String email() {
        return email;
    }

    public boolean isActive() {
        return active;
    }

    public void describe(String newName, String newDepartment, String newEmail) {
        displayName = newName;
        department = newDepartment;
        email = newEmail;
    }

    public void leave() {
        active = false;
    }

    public void comeBack() {
        active = true;
    }
}
