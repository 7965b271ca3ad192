package org.beistand.helpdesk.servicenow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.entity.IssuedPin;

/** The answers of the last minute, for the current company. */
@ApplicationScoped
public class IssuedPins {

    private static final UUID NO_SESSION = new UUID(0, 0);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** The row of that incident and technician, made if need be, locked until the transaction ends. */
    public IssuedPin locked(String incident, UUID technician) {
        entities.createNativeQuery("""
                        insert into servicenow_pin
                        (id, company_id, incident_sys_id, technician_id, session_id, sealed_answer, made_at)
                        values (?1, ?2, ?3, ?4, ?5, '', ?6) on conflict do nothing
                        """)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, CurrentCompany.require())
                .setParameter(3, incident)
                .setParameter(4, technician)
                .setParameter(5, NO_SESSION)
                .setParameter(6, Instant.EPOCH)
                .executeUpdate();
        return entities.createQuery(
                        "from IssuedPin where incidentSysId = :incident and technicianId = :technician",
                        IssuedPin.class)
                .setParameter("incident", incident)
                .setParameter("technician", technician)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** A PIN is readable here for its minute and not longer. */
    public void forget(Instant before) {
        entities.createQuery("update IssuedPin set sealedAnswer = ''"
                        + " where companyId = :company and madeAt < :before and sealedAnswer <> ''")
                .setParameter("company", CurrentCompany.require())
                .setParameter("before", before)
                .executeUpdate();
    }
}
