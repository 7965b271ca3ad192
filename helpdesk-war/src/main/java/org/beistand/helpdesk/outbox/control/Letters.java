package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /**
     * How many letters of a lane are under way together: one transaction for all of them instead of one for each. After a
     * crash that many are looked for over there before they are told again, so it is not more.
     */
    static final int MOST_TOGETHER = 10;

    /** What to deliver next. @param repeat whether an earlier attempt may have had its effect */
    public record Job(UUID delivery, OutboxEvent event, boolean repeat) {}

    /** What became of it. */
    public record Told(Job job, Outcome outcome) {}

    /**
     * What follows from outcomes: go on with the lane, or leave it alone for a while.
     *
     * @param parked whether a letter was parked, with a note on its ticket
     */
    public record Verdict(Optional<Duration> pause, boolean everybody, boolean parked) {
        static final Verdict GO_ON = new Verdict(Optional.empty(), false, false);
        static final Verdict PARKED = new Verdict(Optional.empty(), false, true);
    }

    /** The next letter of a lane and those that may be made ready with it, in order; their attempts are counted already. */
    public List<Job> next(UUID lane, OutboxDestination destination) {
        List<Job> jobs = new ArrayList<>();
        for (var waiting : lanes.waiting(lane, MOST_TOGETHER)) {
            if (!jobs.isEmpty() && !destination.mayFollow(waiting.event())) {
                break;
            }
            var delivery = waiting.delivery();
            jobs.add(new Job(delivery.id(), waiting.event(), delivery.attempts() > 0));
            delivery.begin(clock.instant());
        }
        return List.copyOf(jobs);
    }

    /**
     * Writes down how it went. A letter nobody can deliver is parked, and its ticket says so.
     *
     * @param told in order; only the last may be anything but delivered
     * @param untold begun and not tried, so not an attempt after all
     */
    public Verdict record(String destination, List<Told> told, List<Job> untold) {
        Map<UUID, OutboxDelivery> deliveries =
                lanes.deliveries(told.stream().map(one -> one.job().delivery()).toList());
        Verdict verdict = Verdict.GO_ON;
        for (Told one : told) {
            var delivery = Optional.ofNullable(deliveries.get(one.job().delivery()));
            verdict = record(destination, delivery.orElseThrow(), one);
        }
        if (!untold.isEmpty()) {
            lanes.notTried(untold.stream().map(Job::delivery).toList());
        }
        return verdict;
    }

    private Verdict record(String destination, OutboxDelivery delivery, Told told) {
        return switch (told.outcome()) {
            case Outcome.Delivered delivered -> {
                delivery.delivered();
                yield Verdict.GO_ON;
            }
            case Outcome.Temporary temporary -> postponed(destination, delivery, told.job(), temporary);
            case Outcome.Permanent permanent -> parked(destination, delivery, told.job(), permanent.reason());
        };
    }

    private Verdict postponed(String destination, OutboxDelivery delivery, Job job, Outcome.Temporary temporary) {
        delivery.failed(temporary.reason(), !temporary.everybody());
        if (patience.isOver(delivery.failures())) {
            return parked(destination, delivery, job, "given-up: " + temporary.reason());
        }
        var wait = patience.pause(delivery.failures(), temporary.notBefore());
        return new Verdict(Optional.of(wait), temporary.everybody(), false);
    }

    private Verdict parked(String destination, OutboxDelivery delivery, Job job, String reason) {
        String what = texts.known(BUNDLE, "event." + job.event().type())
                .orElse(job.event().type());
        String where = texts.known(BUNDLE, "destination." + destination).orElse(destination);
        var text = texts.of(BUNDLE, "parked.note", what, where, texts.reason(reason));
        job.event()
                .ticketId()
                .ifPresent(ticket ->
                        Origin.of(destination, () -> timeline.addInternalNote(ticket, text, Author.system())));
        delivery.park(reason);
        destinations.named(destination).ifPresent(known -> known.gaveUp(job.event(), reason));
        return Verdict.PARKED;
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
