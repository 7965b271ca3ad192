package org.beistand.engine.relay.admission;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket of tokens per source address, refilled steadily: a person who reloads never notices, a flood soon does. Every
 * connection costs one token, one that is refused costs more.
 */
public final class Throttle {

    /** Tokens of a refused connection: guessing is dearer than reloading. */
    private static final double REFUSAL = 4;

    /** Sources remembered at once; when it is full, strangers share one bucket until the next sweep. */
    private static final int MOST_SOURCES = 10_000;

    private static final InetAddress STRANGERS = new InetSocketAddress(0).getAddress();

    private final Clock clock;
    private final double burst;
    private final double perSecond;
    private final Map<InetAddress, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double tokens, long atMillis) {}

    /**
     * @param burst connections from one source at once
     * @param perSecond tokens that come back each second
     */
    public Throttle(Clock clock, double burst, double perSecond) {
        this.clock = clock;
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** Whether one more connection from there is welcome; if so, it is counted. */
    public boolean admits(InetAddress source) {
        return take(source, 1);
    }

    /** A connection from there was refused. */
    public void punish(InetAddress source) {
        take(source, REFUSAL);
    }

    private boolean take(InetAddress source, double cost) {
        boolean[] enough = {false};
        InetAddress key = buckets.size() < MOST_SOURCES || buckets.containsKey(source) ? source : STRANGERS;
        buckets.compute(key, (address, bucket) -> {
            double tokens = bucket == null ? burst : refilled(bucket);
            enough[0] = tokens >= 1;
            return new Bucket(Math.max(0, tokens - (enough[0] ? cost : 0)), clock.millis());
        });
        return enough[0];
    }

    private double refilled(Bucket bucket) {
        return Math.min(burst, bucket.tokens() + (clock.millis() - bucket.atMillis()) / 1_000.0 * perSecond);
    }

    /** Forgets sources whose bucket is full again. To be called every second or so. */
    public void sweep() {
        buckets.values().removeIf(bucket -> refilled(bucket) >= burst);
    }
}
