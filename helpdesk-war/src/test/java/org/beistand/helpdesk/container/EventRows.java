package org.beistand.helpdesk.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts the outbox in the transaction of whoever asks; goes into the WAR together with the tests. */
@ApplicationScoped
public class EventRows {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** Events of the current company, what this transaction has added included. */
    public long count() {
        return entities.createQuery("select count(*) from OutboxEvent", Long.class)
                .getSingleResult();
    }
}
