package org.beistand.helpdesk.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Produces the clock and the random source of the whole application. */
@ApplicationScoped
class ClockAndRandom {

    /** Both databases keep microseconds: a finer clock would hand out times that do not survive being stored. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    Clock clock() {
        return new HouseClock(Clock.tick(Clock.systemUTC(), PRECISION));
    }

    @Produces
    SecureRandom random() {
        return new SecureRandom();
    }
}
