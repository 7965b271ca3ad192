package org.beistand.servicenow;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Which request meets which fault: first what was ordered, in that order; then by chance. Safe for many threads. */
public final class Faults {

    private final Queue<Fault> ordered = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> orderedForAny = new ConcurrentLinkedQueue<>();
    private volatile Duration retryAfter = Duration.ofSeconds(1);
    private final ReentrantLock drawing = new ReentrantLock();
    private SplittableRandom random = new SplittableRandom(1);
    private double probability;

    /** The next writes, one each, meet these. */
    public void next(Fault... faults) {
        ordered.addAll(java.util.List.of(faults));
    }

    /** The next requests of any kind, one each, meet these. */
    public void nextOfAny(Fault... faults) {
        orderedForAny.addAll(java.util.List.of(faults));
    }

    /** What {@link Fault#TOO_MANY} asks for from now on, in whole seconds. */
    public void retryAfter(Duration time) {
        retryAfter = time;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** From now on each request meets some fault with that probability; the same seed, the same faults. */
    public void randomly(double chance, long seed) {
        drawing.lock();
        try {
            probability = chance;
            random = new SplittableRandom(seed);
        } finally {
            drawing.unlock();
        }
    }

    Optional<Fault> draw(Request request) {
        Fault next = orderedForAny.poll();
        if (next != null) {
            return Optional.of(next);
        }
        if (request.isWrite() && !request.path().equals("/oauth_token.do")) {
            Fault planned = ordered.poll();
            if (planned != null) {
                return Optional.of(planned);
            }
        }
        drawing.lock();
        try {
            boolean hit = random.nextDouble() < probability;
            return hit ? Optional.of(Fault.values()[random.nextInt(Fault.values().length)]) : Optional.empty();
        } finally {
            drawing.unlock();
        }
    }
}
