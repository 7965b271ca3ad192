package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/**
 * Writes every domain event down in the transaction that fired it, and one delivery for each destination that wants it;
 * without a transaction it refuses.
 */
@ApplicationScoped
public class OutboxWriter {

    private final Jsonb json = JsonbBuilder.create();

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Destinations destinations;

    @Inject
    Lanes lanes;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(@Observes DomainEvent event) {
        if (!event.companyId().equals(CurrentCompany.require())) {
            throw new IllegalStateException("Event " + event.type() + " belongs to another company than this thread");
        }
        var row = new OutboxEvent(
                event.ticketId(),
                event.type(),
                event.occurredAt(),
                LogContext.correlationId(),
                json.toJson(event.payload()));
        entities.persist(row);
        var subject = event.ticketId().orElse(event.companyId());
        for (OutboxDestination destination : destinations.all()) {
            if (!Origin.is(destination.name()) && destination.wants(event)) {
                var now = clock.instant();
                var lane = lanes.locked(destination.name(), subject);
                lane.wake(now);
                entities.persist(new OutboxDelivery(lane.id(), row.id(), now));
            }
        }
    }
}
