package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Writes every domain event down in the transaction that fired it; without a transaction it refuses. */
@ApplicationScoped
public class OutboxWriter {

    private final Jsonb json = JsonbBuilder.create();

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(@Observes DomainEvent event) {
        if (!event.companyId().equals(CurrentCompany.require())) {
            throw new IllegalStateException("Event " + event.type() + " belongs to another company than this thread");
        }
        entities.persist(new OutboxEvent(
                event.ticketId(),
                event.type(),
                event.occurredAt(),
                LogContext.correlationId(),
                json.toJson(event.payload())));
    }
}
