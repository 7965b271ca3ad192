package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.outbox.entity.OutboxLane;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.ticket.control.Tickets;

/** What did not get through, for administrators: look at it, try it again, or let it be. */
@ApplicationScoped
@Transactional
public class Deliveries {

    private static final int MOST = 200;

    @Inject
    Lanes lanes;

    @Inject
    Tickets tickets;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * A parked delivery as lists show it.
     *
     * @param ticket number, or empty
     * @param payload the event's JSON
     */
    public record Parked(
            UUID id,
            String destination,
            String type,
            String ticket,
            Instant happenedAt,
            int attempts,
            String reason,
            String payload) {}

    /** Oldest first. */
    public List<Parked> parked() {
        current.require(Role.ADMINISTRATOR);
        return lanes.parked(MOST).stream().map(this::parked).toList();
    }

    /** Once more. What an earlier attempt may have left is looked for first, so nothing is doubled. */
    public void replay(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var lane = lane(id);
        var delivery = requireParked(id);
        delivery.replay();
        lane.hurry(clock.instant());
        audit.record(caller.name(), "delivery.replayed", lane.destination(), id.toString());
    }

    /** It will not be told. */
    public void discard(UUID id) {
        Caller caller = current.require(Role.ADMINISTRATOR);
        var lane = lane(id);
        requireParked(id).discard();
        audit.record(caller.name(), "delivery.discarded", lane.destination(), id.toString());
    }

    private OutboxLane lane(UUID delivery) {
        return lanes.delivery(delivery)
                .flatMap(found -> lanes.lockedById(found.laneId()))
                .orElseThrow(() -> new NotFoundException("delivery " + delivery));
    }

    private OutboxDelivery requireParked(UUID id) {
        return lanes.delivery(id)
                .filter(delivery -> delivery.state() == OutboxDelivery.State.PARKED)
                .orElseThrow(() -> new NotFoundException("parked delivery " + id));
    }

    private Parked parked(OutboxDelivery delivery) {
        OutboxEvent event = lanes.event(delivery);
        return new Parked(
                delivery.id(),
                lanes.destination(delivery),
                event.type(),
                event.ticketId()
                        .flatMap(tickets::find)
                        .map(ticket -> ticket.number().toString())
                        .orElse(""),
                event.occurredAt(),
                delivery.attempts(),
                delivery.reason(),
                event.payload());
    }
}
