package org.beistand.applet.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.chat.Line;
import org.beistand.applet.consent.Decided;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;

/**
 * What happened here, for the ticket. Entries wait in memory until the helpdesk has answered; writing one never waits.
 * Delivered twice does no harm: each entry has an id.
 */
public final class SessionJournal implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SessionJournal.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /**
     * Numbers begin with the seconds since then: a program that was started again in its session goes on behind the
     * entries of the one before, without knowing them.
     */
    private static final Instant NUMBERS_SINCE = Instant.parse("2026-01-01T00:00:00Z");

    /** Takes entries to the helpdesk. Called by one thread at a time. */
    @FunctionalInterface
    public interface Delivery {

        /**
         * @return whether to stop: the helpdesk will never take these entries
         * @throws IOException when it did not answer: they are sent again later
         */
        boolean deliver(Journal journal) throws IOException, InterruptedException;
    }

    private final Clock clock;
    private final Delivery delivery;
    private final Duration firstPause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<JournalEntry> waiting = new ArrayDeque<>();
    private final Thread worker;
    private int numbers;
    private boolean closing;

    public SessionJournal(Clock clock, Delivery delivery) {
        this(clock, delivery, FIRST_PAUSE);
    }

    SessionJournal(Clock clock, Delivery delivery, Duration firstPause) {
        this.clock = clock;
        this.delivery = delivery;
        this.firstPause = firstPause;
        this.numbers =
                Math.toIntExact(Duration.between(NUMBERS_SINCE, clock.instant()).toSeconds());
        this.worker = Thread.ofVirtual().name("journal").start(this::work);
    }

    public void chatLine(Line line) {
        add(number ->
                JournalEntry.chatLine(line.id(), number, line.at(), line.author(), line.fromCustomer(), line.text()));
    }

    public void decided(Decided decided) {
        add(number -> JournalEntry.permissionDecided(
                UUID.randomUUID(),
                number,
                decided.at(),
                decided.technician(),
                decided.permission().wireName(),
                decided.decision()));
    }

    /** @param reason message key */
    public void captureFailed(String reason) {
        add(number -> JournalEntry.captureFailed(UUID.randomUUID(), number, now(), reason));
    }

    /** @param technician display name of who steers from now on; empty: nobody */
    public void steeringPassed(String technician) {
        add(number -> JournalEntry.steeringPassed(UUID.randomUUID(), number, now(), technician));
    }

    /** @param subject the technician's, as in the grant */
    public void removed(String technician, String subject) {
        add(number -> JournalEntry.technicianRemoved(UUID.randomUUID(), number, now(), technician, subject));
    }

    /**
     * @param permission wire name: in which direction
     * @param forms and sizes, never what it was
     */
    public void clipboardMoved(String technician, String permission, String forms) {
        add(number -> JournalEntry.clipboardMoved(UUID.randomUUID(), number, now(), technician, permission, forms));
    }

    /** @param permission wire name: in which direction */
    public void fileMoved(String technician, String permission, JournalEntry.MovedFile file) {
        add(number -> JournalEntry.fileMoved(UUID.randomUUID(), number, now(), technician, permission, file));
    }

    public void ended(Status status) {
        add(number -> JournalEntry.sessionEnded(UUID.randomUUID(), number, now(), status));
    }

    private Instant now() {
        return clock.instant();
    }

    private void add(IntFunction<JournalEntry> entry) {
        lock.lock();
        try {
            if (!closing) {
                numbers++;
                waiting.addLast(entry.apply(numbers));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        Duration pause = firstPause;
        try {
            for (List<JournalEntry> batch = next(); !batch.isEmpty(); batch = next()) {
                if (deliver(batch)) {
                    pause = firstPause;
                } else {
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException givingUp) {
            LOG.log(Level.WARNING, "{0} journal entries were not delivered", waiting.size());
        }
    }

    /** Waits for entries. @return empty when there are none and none will come */
    private List<JournalEntry> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.await();
            }
            return waiting.stream().limit(Journal.MOST).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean deliver(List<JournalEntry> batch) throws InterruptedException {
        try {
            boolean stop = delivery.deliver(new Journal(batch));
            lock.lock();
            try {
                if (stop) {
                    LOG.warning("the helpdesk takes no more journal entries");
                    waiting.clear();
                } else {
                    waiting.removeAll(new ArrayList<>(batch));
                }
            } finally {
                lock.unlock();
            }
            return true;
        } catch (IOException unanswered) {
            LOG.log(Level.INFO, "the journal waits for the helpdesk: {0}", unanswered.toString());
            return false;
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (nanos > 0 && !closing) {
                nanos = changed.awaitNanos(nanos);
            }
            if (closing) {
                changed.await(Math.min(pause.toMillis(), FIRST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more entries and waits for those here to be delivered, but not longer than this. */
    public void close(Duration atMost) {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!worker.join(atMost)) {
                worker.interrupt();
            }
        } catch (InterruptedException hurry) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
