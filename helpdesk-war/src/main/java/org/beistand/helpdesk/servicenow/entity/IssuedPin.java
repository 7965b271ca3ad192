package org.beistand.helpdesk.servicenow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a technician's incident was last given, sealed, for the minute in which a double click or a retry must
 * get the same one. One row for each incident and technician; locking it makes two clicks come one after the other.
 */
@Entity
@Table(name = "servicenow_pin")
public class IssuedPin {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(name = "incident_sys_id", nullable = false, updatable = false, length = 32)
    private String incidentSysId;

    @Column(name = "technician_id", nullable = false, updatable = false)
    private UUID technicianId;

    @Column(name = "session_id", nullable = false)
    private UUID sessionId;

    @Column(name = "sealed_answer", nullable = false, length = 2000)
    private String sealedAnswer;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IssuedPin() {}

    public void answer(UUID session, String sealed, Instant now) {
        sessionId = session;
        sealedAnswer = sealed;
        madeAt = now;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public String sealedAnswer() {
        return sealedAnswer;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
