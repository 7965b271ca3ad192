package org.beistand.helpdesk.engine.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.beistand.helpdesk.engine.entity.Relay;
import org.beistand.helpdesk.engine.entity.RelayMove;
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
     * The relay for a session: the one it has while that lives, is not being emptied and lets people in, else the least
     * loaded one. One that is being emptied or was reported as lost keeps its session when there is no other.
     *
     * @param present id of the relay that the session runs on
     * @param lost address of a relay that did not let somebody in; whoever dies is found out so before its silence is. One
     *     that has just started is not lost: both ends would send the session to and fro
     */
    public Optional<Relay> forSession(Optional<String> present, Optional<String> lost, Instant now) {
        var living = living(now);
        var kept = living.stream()
                .filter(relay -> present.filter(relay.id()::equals).isPresent())
                .findFirst();
        Predicate<Relay> isLost = relay ->
                relay.canBeLostAt(now) && lost.filter(relay.url()::equals).isPresent();
        return kept.filter(relay -> !relay.isDraining() && !isLost.test(relay))
                .or(() -> living.stream()
                        .filter(relay -> relay.takesSessionsAt(now) && !isLost.test(relay))
                        .min(Comparator.comparingDouble(Relay::load).thenComparing(Relay::id)))
                .or(() -> kept)
                .or(() -> living.stream()
                        .filter(relay -> relay.takesSessionsAt(now))
                        .findFirst());
    }

    /** Whether another relay than this one takes sessions. */
    public boolean isAnotherOpen(String relay, Instant now) {
        return living(now).stream().anyMatch(other -> !other.id().equals(relay) && other.takesSessionsAt(now));
    }

    /** The session goes on at {@code to}; {@code from} is told so, and {@code to} no longer that it had lost it. */
    public void moved(UUID session, String from, String to, Instant now) {
        entities.createQuery("delete from RelayMove where key.sessionId = :session and key.relayId in (:from, :to)")
                .setParameter("session", session)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        entities.persist(new RelayMove(session, from, now));
    }

    /** Sessions that this relay had and has no more. */
    public List<UUID> moves(String relay, Instant since) {
        return entities.createQuery(
                        "select key.sessionId from RelayMove where key.relayId = :relay and movedAt > :since",
                        UUID.class)
                .setParameter("relay", relay)
                .setParameter("since", since)
                .getResultList();
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
        entities.createQuery("delete from RelayMove where movedAt < :before")
                .setParameter("before", ordersBefore)
                .executeUpdate();
        entities.createQuery("delete from RelayOrder where madeAt < :before")
                .setParameter("before", ordersBefore)
                .executeUpdate();
    }
}
