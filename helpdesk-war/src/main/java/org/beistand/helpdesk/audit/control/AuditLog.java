package org.beistand.helpdesk.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.beistand.helpdesk.audit.entity.AuditEntry;
import org.beistand.helpdesk.platform.web.RequestOrigin;

/** The current company's audit. Written in the transaction of what it tells, so the two stand or fall together. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Writes a line, with the address of the request that caused it.
     *
     * @param actor who did it
     * @param action dotted name
     * @param subject what it was done to
     * @param detail what changed, without secrets
     */
    public void record(String actor, String action, String subject, String detail) {
        entities.persist(new AuditEntry(clock.instant(), actor, action, subject, detail, RequestOrigin.address()));
    }

    /** Newest first. */
    public List<AuditEntry> latest(int first, int count) {
        return entities.createQuery("from AuditEntry order by recordedAt desc, id", AuditEntry.class)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public long count() {
        return entities.createQuery("select count(*) from AuditEntry", Long.class)
                .getSingleResult();
    }
}
