package org.beistand.helpdesk.session.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a session reached what, and what that means in waiting and working time. Only the session itself sets them. */
@Embeddable
public class Milestones {

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    private @Nullable Arrival arrival;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    @Column(name = "terms_accepted_at")
    private @Nullable Instant termsAcceptedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Milestones() {}

    Milestones(Instant requestedAt) {
        this.requestedAt = requestedAt;
    }

    void arrived(Arrival how, Instant at) {
        arrival = how;
        arrivedAt = at;
    }

    /** The first time counts. */
    void termsAccepted(Instant at) {
        if (termsAcceptedAt == null) {
            termsAcceptedAt = at;
        }
    }

    void started(Instant at) {
        startedAt = at;
    }

    void ended(Instant at) {
        endedAt = at;
    }

    /** From the customer's arrival until work began, or until the end if it never did; zero if nobody came. */
    public Duration waited() {
        var until = startedAt().or(this::endedAt);
        return arrivedAt().flatMap(from -> until.map(to -> between(from, to))).orElse(Duration.ZERO);
    }

    /** From the start of work to the end; zero if it never started or still runs. */
    public Duration worked() {
        return startedAt()
                .flatMap(from -> endedAt().map(to -> between(from, to)))
                .orElse(Duration.ZERO);
    }

    /** Relay, customer and helpdesk have clocks of their own: what comes first may bear the later time. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /** When it last got any further. */
    public Instant latest() {
        return endedAt().or(this::startedAt).or(this::arrivedAt).orElse(requestedAt);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<Arrival> arrival() {
        return Optional.ofNullable(arrival);
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }

    public Optional<Instant> termsAcceptedAt() {
        return Optional.ofNullable(termsAcceptedAt);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
