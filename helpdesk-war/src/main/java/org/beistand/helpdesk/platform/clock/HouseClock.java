package org.beistand.helpdesk.platform.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The given clock, and behind it while {@link Earlier} says so. */
final class HouseClock extends Clock {

    private final Clock clock;

    HouseClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HouseClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant().minus(Earlier.now());
    }
}
