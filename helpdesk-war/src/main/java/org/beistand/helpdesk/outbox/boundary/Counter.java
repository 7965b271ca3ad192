package org.beistand.helpdesk.outbox.boundary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.outbox.control.Lanes;
import org.beistand.helpdesk.outbox.control.Letters;
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
     * @param worker name of this process, unlike any other's
     * @param lease for how long a lane is taken without a sign of life
     * @param threads starts a task on a thread that may use the application
     */
    record Tools(
            Transactions transactions,
            Lanes lanes,
            Letters letters,
            Patience patience,
            Clock clock,
            String worker,
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
        stopping = true;
        return free.tryAcquire(destination.parallel(), atMost.toNanos(), TimeUnit.NANOSECONDS);
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
            Optional<UUID> lane =
                    stopping || tools.clock().instant().isBefore(closedUntil.get()) ? Optional.empty() : claim();
            if (lane.isEmpty()) {
                lookLater();
                return seen;
            }
            vainLooks.set(0);
            if (troubles.get() == 0) {
                startWorker();
            }
            work(lane.get());
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

    private Optional<UUID> claim() {
        Instant now = tools.clock().instant();
        return tools.transactions()
                .of(() -> tools.lanes().claim(destination.name(), tools.worker(), now, now.plus(tools.lease())));
    }

    private void work(UUID lane) {
        Optional<Duration> pause = Optional.empty();
        try {
            Instant halfTime = tools.clock().instant().plus(tools.lease().dividedBy(2));
            Optional<Letters.Job> job =
                    tools.transactions().of(() -> tools.letters().next(lane));
            while (job.isPresent() && pause.isEmpty()) {
                var current = job.get();
                Outcome outcome = deliver(current);
                boolean renew = tools.clock().instant().isAfter(halfTime);
                var after = tools.transactions().of(() -> {
                    var verdict = tools.letters().record(destination.name(), current, outcome);
                    boolean goOn = verdict.pause().isEmpty() && !stopping && (!renew || keep(lane));
                    return new After(verdict, goOn ? tools.letters().next(lane) : Optional.empty());
                });
                halfTime = renew ? tools.clock().instant().plus(tools.lease().dividedBy(2)) : halfTime;
                pause = after.verdict().pause();
                job = after.next();
                notice(after.verdict(), outcome);
            }
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "What became of a delivery could not be written down; it is tried again", unwritten);
            pause = Optional.of(AFTER_A_SURPRISE);
        } finally {
            Optional<Duration> rest = pause;
            rest.ifPresent(this::lookAfter);
            tools.transactions().of(() -> {
                tools.letters().giveBack(lane, tools.worker(), rest);
                return Boolean.TRUE;
            });
        }
    }

    private record After(Letters.Verdict verdict, Optional<Letters.Job> next) {}

    private boolean keep(UUID lane) {
        return tools.letters()
                .keep(lane, tools.worker(), tools.clock().instant().plus(tools.lease()));
    }

    private Outcome deliver(Letters.Job job) {
        try (var lines = LogContext.scope()) {
            LogContext.note(LogContext.Key.CORRELATION, job.event().correlationId());
            job.event().ticketId().ifPresent(ticket -> LogContext.note(LogContext.Key.TICKET, ticket.toString()));
            return destination.deliver(job.event(), job.repeat());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Delivering to " + destination.name() + " failed in an unforeseen way", failed);
            return new Outcome.Temporary("unforeseen: " + failed.getClass().getSimpleName());
        }
    }

    private void notice(Letters.Verdict verdict, Outcome outcome) {
        if (outcome instanceof Outcome.Temporary temporary && verdict.everybody()) {
            Duration pause = tools.patience().pause(troubles.incrementAndGet(), temporary.notBefore());
            closedUntil.set(tools.clock().instant().plus(pause));
            LOG.log(Level.WARNING, "{0} is closed for {1}: {2}", new Object[] {
                destination.name(), pause, temporary.reason()
            });
        } else if (outcome instanceof Outcome.Delivered) {
            troubles.set(0);
        }
    }
}
