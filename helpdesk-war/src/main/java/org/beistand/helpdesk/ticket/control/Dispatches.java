package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Dispatch;
import org.beistand.helpdesk.ticket.entity.Dispatch.Purpose;
import org.beistand.helpdesk.ticket.entity.Dispatch.Way;

/** What was sent to people for tickets. Runs in the caller's transaction; fires nothing: whoever sends fires what it sends. */
@ApplicationScoped
public class Dispatches {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    Clock clock;

    /** Something is on its way. @param id may be chosen, so that doing it twice does it once */
    public Dispatch queue(UUID id, UUID ticketId, Way way, Purpose purpose, String recipient, Author author) {
        var known = entities.find(Dispatch.class, id);
        if (known != null) {
            return known;
        }
        var dispatch =
                new Dispatch(id, tickets.require(ticketId).id(), way, purpose, recipient, author, clock.instant());
        entities.persist(dispatch);
        return dispatch;
    }

    public Optional<Dispatch> find(UUID id) {
        return Optional.ofNullable(entities.find(Dispatch.class, id));
    }

    /** Changes one that there is; of two who change it at a time one waits. @return whether there was one */
    public boolean change(UUID id, Consumer<Dispatch> how) {
        var found = Optional.ofNullable(entities.find(Dispatch.class, id, LockModeType.PESSIMISTIC_WRITE));
        found.ifPresent(how);
        return found.isPresent();
    }

    /** How many of that kind were queued since then, by that technician or, if empty, by anybody. */
    public long countSince(Purpose purpose, Instant since, Optional<UUID> technician) {
        var query = entities.createQuery(
                "select count(*) from Dispatch where purpose = :purpose and happenedAt > :since"
                        + (technician.isPresent() ? " and author.id = :technician" : ""),
                Long.class);
        technician.ifPresent(id -> query.setParameter("technician", id));
        return query.setParameter("purpose", purpose)
                .setParameter("since", since)
                .getSingleResult();
    }

    public long count(Way way, Dispatch.State state, Instant since) {
        return entities.createQuery(
                        "select count(*) from Dispatch where way = :way and state = :state and changedAt > :since",
                        Long.class)
                .setParameter("way", way)
                .setParameter("state", state)
                .setParameter("since", since)
                .getSingleResult();
    }
}
