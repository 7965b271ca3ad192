package org.beistand.helpdesk.session.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Milestones milestones = new Milestones(NOON);

    @Test
    void waitingEndsWhenWorkBegins() {
        milestones.arrived(Arrival.PIN, NOON.plusSeconds(10));
        milestones.started(NOON.plusSeconds(25));
        milestones.ended(NOON.plusSeconds(85));
        assertThat(milestones.waited()).isEqualTo(Duration.ofSeconds(15));
        assertThat(milestones.worked()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void clocksThatDisagreeMakeNoTimeNegative() {
        milestones.arrived(Arrival.PIN, NOON.plusSeconds(10));
        milestones.started(NOON.plusSeconds(9));
        milestones.ended(NOON.plusSeconds(8));
        assertThat(milestones.waited()).isZero();
        assertThat(milestones.worked()).isZero();
    }
}
