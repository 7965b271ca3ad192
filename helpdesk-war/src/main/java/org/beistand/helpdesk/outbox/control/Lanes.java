package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.outbox.entity.OutboxLane;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/**
 * The current company's lanes and what waits in them. Runs in the caller's transaction. A lane's row is locked for the
 * moment in which something is put in or the lane is taken or given back, never while something is being delivered: so
 * whoever fires an event waits for no destination, and events of one lane are numbered in the order of their commits.
 */
@ApplicationScoped
public class Lanes {

    /** Hibernate's name for {@code FOR UPDATE SKIP LOCKED}. */
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** The lane, made if this is the first event, locked until the transaction ends. */
    OutboxLane locked(String destination, UUID subject) {
        entities.createNativeQuery("""
                        insert into outbox_lane (id, company_id, destination, subject_id)
                        values (?1, ?2, ?3, ?4) on conflict do nothing
                        """)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, CurrentCompany.require())
                .setParameter(3, destination)
                .setParameter(4, subject)
                .executeUpdate();
        return entities.createQuery(
                        "from OutboxLane where destination = :destination and subjectId = :subject", OutboxLane.class)
                .setParameter("destination", destination)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** A lane that is due and nobody's, now {@code worker}'s until then. Others who ask at the same time get others. */
    public Optional<UUID> claim(String destination, String worker, Instant now, Instant leaseUntil) {
        Optional<OutboxLane> found = entities.createQuery("""
                        from OutboxLane where destination = :destination and dueAt <= :now
                        and (owner is null or leaseUntil < :now) order by dueAt
                        """, OutboxLane.class)
                .setParameter("destination", destination)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst();
        found.ifPresent(lane -> lane.take(worker, leaseUntil));
        return found.map(OutboxLane::id);
    }

    /** The first thing that waits in a lane. */
    public Optional<OutboxDelivery> first(UUID lane) {
        return entities.createQuery(
                        "from OutboxDelivery where laneId = :lane and state = :waiting order by position",
                        OutboxDelivery.class)
                .setParameter("lane", lane)
                .setParameter("waiting", OutboxDelivery.State.WAITING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A delivery with its event. */
    record Waiting(OutboxDelivery delivery, OutboxEvent event) {}

    /** What waits in a lane, first things first. */
    List<Waiting> waiting(UUID lane, int most) {
        return entities.createQuery(
                        "select d, e from OutboxDelivery d join OutboxEvent e on e.id = d.eventId"
                                + " where d.laneId = :lane and d.state = :waiting order by d.position",
                        Object[].class)
                .setParameter("lane", lane)
                .setParameter("waiting", OutboxDelivery.State.WAITING)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Waiting((OutboxDelivery) row[0], (OutboxEvent) row[1]))
                .toList();
    }

    /** By their ids; what does not exist is left out. */
    Map<UUID, OutboxDelivery> deliveries(List<UUID> ids) {
        return entities.createQuery("from OutboxDelivery where id in :ids", OutboxDelivery.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(OutboxDelivery::id, found -> found));
    }

    /**
     * Begun with others, and then not its turn: nothing can have happened. Counted by the database, because whoever was
     * too slow for its lease may say so while another works on the lane.
     */
    void notTried(List<UUID> ids) {
        entities.createQuery(
                        "update OutboxDelivery set attempts = attempts - 1 where id in :ids and companyId = :company")
                .setParameter("ids", ids)
                .setParameter("company", CurrentCompany.require())
                .executeUpdate();
    }

    public Optional<OutboxLane> lockedById(UUID lane) {
        return Optional.ofNullable(entities.find(OutboxLane.class, lane, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<OutboxDelivery> delivery(UUID id) {
        return Optional.ofNullable(entities.find(OutboxDelivery.class, id));
    }

    public OutboxEvent event(OutboxDelivery delivery) {
        return Optional.ofNullable(entities.find(OutboxEvent.class, delivery.eventId()))
                .orElseThrow(() -> new IllegalStateException("delivery without its event: " + delivery.id()));
    }

    /** Where a delivery goes. */
    public String destination(OutboxDelivery delivery) {
        return Optional.ofNullable(entities.find(OutboxLane.class, delivery.laneId()))
                .map(OutboxLane::destination)
                .orElseThrow(() -> new IllegalStateException("delivery without its lane: " + delivery.id()));
    }

    /** What somebody has to look at, oldest first. */
    public List<OutboxDelivery> parked(int most) {
        return entities.createQuery("from OutboxDelivery where state = :parked order by position", OutboxDelivery.class)
                .setParameter("parked", OutboxDelivery.State.PARKED)
                .setMaxResults(most)
                .getResultList();
    }

    public long count(String destination, OutboxDelivery.State state) {
        return entities.createQuery("""
                        select count(*) from OutboxDelivery d join OutboxLane l on l.id = d.laneId
                        where l.destination = :destination and d.state = :state
                        """, Long.class)
                .setParameter("destination", destination)
                .setParameter("state", state)
                .getSingleResult();
    }
}
