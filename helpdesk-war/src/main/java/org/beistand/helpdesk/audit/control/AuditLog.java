package org.beistand.helpdesk.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.beistand.helpdesk.audit.entity.AuditEntry;

/** The current company's audit. Written in the transaction of what it tells, so the two stand or fall together. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param actor who did it
     * @param action dotted name
     * @param subject what it was done to
     * @param detail what changed, without secrets
     * @param source address, or empty
     */
    public void record(String actor, String action, String subject, String detail, String source) {
        entities.persist(new AuditEntry(clock.instant(), actor, action, subject, detail, source));
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
