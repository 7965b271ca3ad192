package org.beistand.helpdesk.outbox.boundary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.control.Letters;
import org.beistand.helpdesk.outbox.control.Letters.Job;
import org.beistand.helpdesk.outbox.control.Letters.Told;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.control.Patience;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.Outcome;

/**
 * Serves one destination for one company on this node: a few workers, each on a virtual thread, each taking one lane
 * after the other. Nothing here is shared with another destination or company, so a dead one costs the others nothing.
 * While a destination as a whole is in trouble nobody tries; then one worker does, and more follow when it gets through.
 */
final class Counter {

    private static final Logger LOG = Logger.getLogger(Counter.class.getName());

    /** At the latest after 16 seconds another node's leftovers are found. */
    private static final int MOST_DOUBLINGS = 4;

    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(30);

    private final Tools tools;
    private final UUID company;
    private final OutboxDestination destination;
    private final Semaphore free;
    private final AtomicLong nudges = new AtomicLong();
    private final AtomicInteger troubles = new AtomicInteger();
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);
    private final AtomicInteger vainLooks = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * What every counter works with.
     *
     * @param lease for how long a lane is taken without a sign of life
     * @param threads starts a task on a thread that may use the application
     */
    record Tools(
            Transactions transactions,
            Lanes lanes,
            Letters letters,
            Patience patience,
            Clock clock,
            Duration lease,
            java.util.function.Consumer<Runnable> threads) {}

    Counter(Tools tools, UUID company, OutboxDestination destination) {
        this.tools = tools;
        this.company = company;
        this.destination = destination;
        this.free = new Semaphore(destination.parallel());
    }

    /** Time has passed. Looks at once if something is due, else ever more rarely: most companies have nothing to tell. */
    void look() {
        if (!tools.clock().instant().isBefore(nextLook.get())) {
            nudge();
        }
    }

    /** There may be something to do. Returns at once. */
    void nudge() {
        nudges.incrementAndGet();
        startWorker();
    }

    /** Takes nothing new, and waits until what is on its way has arrived. @return whether everything has */
    boolean stop(Duration atMost) throws InterruptedException {
        takeNothingNew();
        return free.tryAcquire(destination.parallel(), atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What is on its way is finished. */
    void takeNothingNew() {
        stopping = true;
    }

    private void startWorker() {
        if (!stopping && !tools.clock().instant().isBefore(closedUntil.get()) && free.tryAcquire()) {
            tools.threads().accept(() -> {
                long seen = -1;
                try {
                    seen = CurrentCompany.call(company, this::workLanes);
                } catch (RuntimeException failed) {
                    LOG.log(Level.WARNING, "A worker for " + destination.name() + " failed; others go on", failed);
                } finally {
                    free.release();
                }
                // Whoever nudged while the last worker was leaving found no room.
                if (seen >= 0 && seen != nudges.get()) {
                    startWorker();
                }
            });
        }
    }

    /** @return the number of nudges before the last look */
    private long workLanes() {
        while (true) {
            long seen = nudges.get();
            Optional<Round> round =
                    stopping || tools.clock().instant().isBefore(closedUntil.get()) ? Optional.empty() : claim();
            if (round.isEmpty()) {
                lookLater();
                return seen;
            }
            vainLooks.set(0);
            if (troubles.get() == 0) {
                startWorker();
            }
            work(round.get());
        }
    }

    /** Twice as late after each look in vain, and not later than a lane that is backing off wants. */
    private void lookLater() {
        int doublings = Math.min(vainLooks.getAndIncrement(), MOST_DOUBLINGS);
        Instant later = tools.clock().instant().plusSeconds(1L << doublings);
        nextLook.updateAndGet(known -> known.isAfter(tools.clock().instant()) && known.isBefore(later) ? known : later);
    }

    private void lookAfter(Duration pause) {
        Instant due = tools.clock().instant().plus(pause);
        nextLook.updateAndGet(
                known -> known.isBefore(due) && known.isAfter(tools.clock().instant()) ? known : due);
        vainLooks.set(0);
    }

    /**
     * A lane taken, and the letters at its head, their attempts counted.
     *
     * @param owner unlike any other's, also of this process: who is too late finds that the lane is not its own any more
     */
    private record Round(UUID lane, String owner, List<Job> jobs) {}

    private Optional<Round> claim() {
        Instant now = tools.clock().instant();
        String owner = UUID.randomUUID().toString();
        return tools.transactions()
                .of(() -> tools.lanes()
                        .claim(destination.name(), owner, now, now.plus(tools.lease()))
                        .map(lane -> new Round(lane, owner, tools.letters().next(lane, destination))));
    }

    private void work(Round first) {
        try (var alive = new SignsOfLife()) {
            BooleanSupplier sign = () -> tools.transactions().of(() -> keep(first));
            tools.threads().accept(() -> CurrentCompany.run(company, () -> alive.give(pauseOfSigns(), sign)));
            workThrough(first);
        }
    }

    /** One transaction for each round: it writes down how that one went and begins the next, or gives the lane back. */
    private void workThrough(Round first) {
        Optional<Duration> pause = Optional.empty();
        boolean ours = true;
        try {
            List<Job> jobs = first.jobs();
            while (ours && !jobs.isEmpty()) {
                List<Job> current = jobs;
                List<Told> told = tell(current, halfTime());
                After after = tools.transactions().of(() -> settle(first, current, told));
                pause = after.verdict().pause();
                ours = !after.returned();
                jobs = after.verdict().parked() && pause.isEmpty() && !stopping ? begin(first) : after.next();
                notice(after.verdict(), told);
            }
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "What became of a delivery could not be written down; it is tried again", unwritten);
            pause = Optional.of(AFTER_A_SURPRISE);
        } finally {
            Optional<Duration> rest = pause;
            rest.ifPresent(this::lookAfter);
            if (ours) {
                tools.transactions().of(() -> giveBack(first, rest));
            }
        }
    }

    /** @param returned whether the lane is anybody's again */
    private record After(Letters.Verdict verdict, List<Job> next, boolean returned) {}

    private After settle(Round lane, List<Job> jobs, List<Told> told) {
        // Our lane first and then its letters, as whoever claims it: nobody waits in a circle. Except when a letter is
        // parked: the note about it locks the ticket's other lanes, and those must not come after ours.
        boolean parks = told.getLast().outcome() instanceof Outcome.Permanent;
        boolean ours = parks || keep(lane);
        var untold = jobs.subList(told.size(), jobs.size());
        var verdict = tools.letters().record(destination.name(), told, untold);
        if (verdict.parked()) {
            return new After(verdict, List.of(), false);
        }
        boolean goOn = ours && verdict.pause().isEmpty() && !stopping;
        List<Job> next = goOn ? tools.letters().next(lane.lane(), destination) : List.of();
        return new After(verdict, next, next.isEmpty() && giveBack(lane, verdict.pause()));
    }

    private List<Job> begin(Round lane) {
        return tools.transactions().of(() -> keep(lane) ? tools.letters().next(lane.lane(), destination) : List.of());
    }

    private boolean giveBack(Round lane, Optional<Duration> pause) {
        tools.letters().giveBack(lane.lane(), lane.owner(), pause);
        return true;
    }

    private Duration pauseOfSigns() {
        return tools.lease().dividedBy(4);
    }

    private Instant halfTime() {
        return tools.clock().instant().plus(tools.lease().dividedBy(2));
    }

    /** @return false if somebody else has it by now */
    private boolean keep(Round lane) {
        return tools.letters()
                .keep(lane.lane(), lane.owner(), tools.clock().instant().plus(tools.lease()));
    }

    /** Tells one after the other, up to the first that does not get through; what is left over was not tried. */
    private List<Told> tell(List<Job> jobs, Instant until) {
        List<Told> told = new ArrayList<>();
        for (var errand : ready(jobs)) {
            Job job = jobs.get(told.size());
            told.add(new Told(job, run(job, errand)));
            boolean through = told.getLast().outcome() instanceof Outcome.Delivered;
            if (!through || stopping || tools.clock().instant().isAfter(until)) {
                break;
            }
        }
        return told;
    }

    /** If one of them cannot be made ready, the first goes alone, so that the guilty one is found. */
    private List<Supplier<Outcome>> ready(List<Job> jobs) {
        try {
            return destination.ready(jobs);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Making ready for " + destination.name() + " failed", failed);
            Job first = jobs.getFirst();
            return List.of(() -> destination.deliver(first.event(), first.repeat()));
        }
    }

    private Outcome run(Job job, Supplier<Outcome> errand) {
        try (var lines = LogContext.scope()) {
            LogContext.note(LogContext.Key.CORRELATION, job.event().correlationId());
            job.event().ticketId().ifPresent(ticket -> LogContext.note(LogContext.Key.TICKET, ticket.toString()));
            return errand.get();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Delivering to " + destination.name() + " failed in an unforeseen way", failed);
            return new Outcome.Temporary("unforeseen: " + failed.getClass().getSimpleName());
        }
    }

    private void notice(Letters.Verdict verdict, List<Told> told) {
        Outcome last = told.getLast().outcome();
        if (last instanceof Outcome.Temporary temporary && verdict.everybody()) {
            Duration pause = tools.patience().pause(troubles.incrementAndGet(), temporary.notBefore());
            closedUntil.set(tools.clock().instant().plus(pause));
            LOG.log(Level.WARNING, "{0} is closed for {1}: {2}", new Object[] {
                destination.name(), pause, temporary.reason()
            });
        } else if (last instanceof Outcome.Delivered) {
            troubles.set(0);
        }
    }
}
