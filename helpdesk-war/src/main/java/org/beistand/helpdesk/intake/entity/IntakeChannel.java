package org.beistand.helpdesk.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A way by which requests arrive: the portal, a telephone line, a mailbox, a calling card. Closed rather than deleted. */
@Entity
@Table(name = "intake_channel")
public class IntakeChannel {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false, length = 100)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    private Kind kind;

    @Column(nullable = false, length = 1000)
    private String description;

    @Column(nullable = false)
    private boolean active;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IntakeChannel() {}

    public IntakeChannel(String name, Kind kind, String description) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.kind = kind;
        this.description = description;
        this.active = true;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public boolean isActive() {
        return active;
    }

    public void describe(String newName, String newDescription) {
        name = newName;
        description = newDescription;
    }

    public void close() {
        active = false;
    }

    public void reopen() {
        active = true;
    }

    /** The technical way of a channel. */
    public enum Kind {
        PORTAL,
        PHONE,
        EMAIL,
        CALLING_CARD,
        API
    }
}
