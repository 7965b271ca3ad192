package org.beistand.helpdesk.engine.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.engine.entity.RelayOrder;
import org.beistand.helpdesk.engine.entity.SeenRelayEvent;

/** The relays of this installation. Works with or without a current company. */
@ApplicationScoped
public class Relays {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public Optional<Relay> byId(String id) {
        return Optional.ofNullable(entities.find(Relay.class, id));
    }

    public void add(Relay relay) {
        entities.persist(relay);
    }

    public List<Relay> living(Instant now) {
        return entities.createQuery("from Relay where seenAt > :since", Relay.class)
                .setParameter("since", now.minus(Relay.SILENCE))
                .getResultList();
    }

    /**
     * The relay for a session: the one it has while that lives and is not being emptied, else the least loaded one; a
     * relay that is being emptied only when there is no other.
     */
    public Optional<Relay> forSession(Optional<String> present, Instant now) {
        var living = living(now);
        return living.stream()
                .filter(relay -> present.filter(relay.id()::equals).isPresent() && !relay.isDraining())
                .findFirst()
                .or(() -> living.stream()
                        .filter(relay -> relay.takesSessionsAt(now))
                        .min(Comparator.comparingDouble(Relay::load).thenComparing(Relay::id)))
                .or(() -> living.stream()
                        .filter(relay -> present.filter(relay.id()::equals).isPresent())
                        .findFirst());
    }

    /** @return false when the event had been taken before */
    public boolean take(UUID event, String relay, Instant now) {
        if (entities.find(SeenRelayEvent.class, event) != null) {
            return false;
        }
        entities.persist(new SeenRelayEvent(event, relay, now));
        return true;
    }

    public void order(RelayOrder order) {
        if (entities.find(RelayOrder.class, order.sessionId()) == null) {
            entities.persist(order);
        }
    }

    public List<RelayOrder> orders(String relay, Instant since) {
        return entities.createQuery("from RelayOrder where relayId = :relay and madeAt > :since", RelayOrder.class)
                .setParameter("relay", relay)
                .setParameter("since", since)
                .getResultList();
    }

    /** Forgets events and orders that nobody will mention again. */
    public void forget(Instant eventsBefore, Instant ordersBefore) {
        entities.createQuery("delete from SeenRelayEvent where receivedAt < :before")
                .setParameter("before", eventsBefore)
                .executeUpdate();
        entities.createQuery("delete from RelayOrder where madeAt < :before")
                .setParameter("before", ordersBefore)
                .executeUpdate();
    }
}
