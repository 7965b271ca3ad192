package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The incident that a ticket is over there. Kept for ever: only its {@code sys_id} finds it reliably. */
@Entity
@Table(name = "servicenow_incident")
public class IncidentLink {

    @Id
    @Column(name = "ticket_id")
    private UUID ticketId;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "sys_id", nullable = false, updatable = false, length = 32)
    private String sysId;

    @Column(nullable = false, length = 40)
    private String number;

    @Column(name = "seen_mod_count", nullable = false)
    private int seenModCount;

    /** Values as last seen over there, {@code column=value} lines. */
    @Column(name = "seen_fields", nullable = false, length = 4000)
    private String seenFields;

    @Column(name = "linked_at", nullable = false, updatable = false)
    private Instant linkedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IncidentLink() {}

    public IncidentLink(UUID ticketId, String sysId, String number, Instant now) {
        this.ticketId = ticketId;
        this.sysId = sysId;
        this.number = number;
        this.seenModCount = -1;
        this.seenFields = "";
        this.linkedAt = now;
    }

    public void see(int modCount, String fields) {
        seenModCount = modCount;
        seenFields = fields;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public String sysId() {
        return sysId;
    }

    /** What people call it, or empty. */
    public String number() {
        return number;
    }

    public int seenModCount() {
        return seenModCount;
    }

    public String seenFields() {
        return seenFields;
    }
}
