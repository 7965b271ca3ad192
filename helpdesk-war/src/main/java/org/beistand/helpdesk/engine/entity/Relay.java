package org.beistand.helpdesk.engine.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A relay process, as it described itself. It registers when it starts, reports its load every few seconds, and counts as
 * dead when it has been silent for {@link #SILENCE}; its sessions then go on at another one.
 */
@Entity
@Table(name = "relay")
public class Relay {

    /** How often a relay reports at least; more often while people come and go. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** So long nothing is heard from a relay that is dead, rather than busy or cut off for a moment. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    /** For so long after its start, who found it lost may have met the process before it. */
    private static final Duration JUST_STARTED = Duration.ofSeconds(3);

    @Id
    @Column(length = 100)
    private String id;

    @Column(nullable = false, length = 500)
    private String url;

    @Column(nullable = false, length = 200)
    private String software;

    @Column(nullable = false)
    private int capacity;

    @Column(nullable = false)
    private int sessions;

    @Column(nullable = false)
    private int connections;

    @Column(name = "bytes_forwarded", nullable = false)
    private long bytesForwarded;

    @Column(nullable = false)
    private boolean draining;

    @Column(name = "registered_at", nullable = false)
    private Instant registeredAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected Relay() {}

    public Relay(String id, String address, String program, int willingToHold, Instant at) {
        this.id = id;
        this.url = address;
        this.software = program;
        this.capacity = Math.max(1, willingToHold);
        this.registeredAt = at;
        this.seenAt = at;
    }

    /** The process started anew: it has no sessions. */
    public void registerAgain(String address, String program, int willingToHold, Instant at) {
        url = address;
        software = program;
        capacity = Math.max(1, willingToHold);
        sessions = 0;
        connections = 0;
        bytesForwarded = 0;
        draining = false;
        registeredAt = at;
        seenAt = at;
    }

    public void report(int openSessions, int openConnections, long forwarded, boolean isDraining, Instant at) {
        sessions = openSessions;
        connections = openConnections;
        bytesForwarded = forwarded;
        draining = isDraining;
        seenAt = at;
    }

    /** Counts a session that was just assigned, until the relay's next report knows better. */
    public void expectOneMore() {
        sessions++;
    }

    public boolean isLivingAt(Instant now) {
        return seenAt.plus(SILENCE).isAfter(now);
    }

    /** Whether somebody who was not let in is believed: the process has been there for longer than their attempt. */
    public boolean canBeLostAt(Instant now) {
        return !registeredAt.plus(JUST_STARTED).isAfter(now);
    }

    public boolean takesSessionsAt(Instant now) {
        return isLivingAt(now) && !draining && connections < capacity;
    }

    /** Whether it is being emptied before a stop. */
    public boolean isDraining() {
        return draining;
    }

    /** Share of its capacity that is in use; a session has at least two connections. */
    public double load() {
        return Math.max(connections, 2.0 * sessions) / capacity;
    }

    public String id() {
        return id;
    }

    /** WebSocket address without {@code /session}. */
    public String url() {
        return url;
    }
}
