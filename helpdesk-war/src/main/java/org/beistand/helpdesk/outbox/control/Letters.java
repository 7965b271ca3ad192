package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.outbox.entity.OutboxDelivery;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.integration.Outcome;

/** What a worker writes down about its lane; each method runs in one short transaction of the caller. */
@ApplicationScoped
public class Letters {

    private static final String BUNDLE = "org.beistand.helpdesk.outbox.messages";

    @Inject
    Lanes lanes;

    @Inject
    CompanyTexts texts;

    @Inject
    Destinations destinations;

    @Inject
    TicketTimeline timeline;

    @Inject
    Patience patience;

    @Inject
    Clock clock;

    /** What to deliver next. @param repeat whether an earlier attempt may have had its effect */
    public record Job(UUID delivery, OutboxEvent event, boolean repeat) {}

    /** What follows from an outcome: go on with the lane, or leave it alone for a while. */
    public record Verdict(Optional<Duration> pause, boolean everybody) {
        static final Verdict GO_ON = new Verdict(Optional.empty(), false);
    }

    /** The next letter of a lane, its attempt already counted. */
    public Optional<Job> next(UUID lane) {
        return lanes.first(lane).map(delivery -> {
            boolean repeat = delivery.attempts() > 0;
            delivery.begin(clock.instant());
            return new Job(delivery.id(), lanes.event(delivery), repeat);
        });
    }

    /** Writes down how it went. A letter nobody can deliver is parked, and its ticket says so. */
    public Verdict record(String destination, Job job, Outcome outcome) {
        var delivery = lanes.delivery(job.delivery()).orElseThrow();
        return switch (outcome) {
            case Outcome.Delivered delivered -> {
                delivery.delivered();
                yield Verdict.GO_ON;
            }
            case Outcome.Temporary temporary -> postponed(destination, delivery, job, temporary);
            case Outcome.Permanent permanent -> parked(destination, delivery, job, permanent.reason());
        };
    }

    private Verdict postponed(String destination, OutboxDelivery delivery, Job job, Outcome.Temporary temporary) {
        delivery.failed(temporary.reason(), !temporary.everybody());
        if (patience.isOver(delivery.failures())) {
            return parked(
                    destination,
                    delivery,
                    job,
                    "given up after " + delivery.failures() + " attempts: " + temporary.reason());
        }
        var wait = patience.pause(delivery.failures(), temporary.notBefore());
        return new Verdict(Optional.of(wait), temporary.everybody());
    }

    private Verdict parked(String destination, OutboxDelivery delivery, Job job, String reason) {
        var text = texts.of(BUNDLE, "parked.note", job.event().type(), destination, reason);
        job.event()
                .ticketId()
                .ifPresent(ticket ->
                        Origin.of(destination, () -> timeline.addInternalNote(ticket, text, Author.system())));
        delivery.park(reason);
        destinations.named(destination).ifPresent(known -> known.gaveUp(job.event(), reason));
        return Verdict.GO_ON;
    }

    /** The lane is anybody's again, and due when there is more to do. */
    public void giveBack(UUID lane, String worker, Optional<Duration> pause) {
        Instant now = clock.instant();
        lanes.lockedById(lane)
                .filter(mine -> mine.belongsTo(worker))
                .ifPresent(mine -> mine.giveBack(lanes.first(lane).map(more -> now.plus(pause.orElse(Duration.ZERO)))));
    }

    /** A sign of life in the middle of a long lane. @return false if somebody else has it by now */
    public boolean keep(UUID lane, String worker, Instant until) {
        var mine = lanes.lockedById(lane).filter(found -> found.belongsTo(worker));
        mine.ifPresent(found -> found.take(worker, until));
        return mine.isPresent();
    }
}
