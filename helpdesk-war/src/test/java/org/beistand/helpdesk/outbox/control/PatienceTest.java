package org.beistand.helpdesk.outbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = patience();

    @Test
    void eachPauseIsAboutTwiceAsLongAsTheOneBeforeUpToAQuarterOfAnHour() {
        for (int failures = 1; failures <= 60; failures++) {
            long usual = Math.min(
                    2_000L << Math.min(failures - 1, 20), Duration.ofMinutes(15).toMillis());
            assertThat(patience.pause(failures, Duration.ZERO).toMillis())
                    .as("after %d failures", failures)
                    .isBetween(usual / 2, usual * 3 / 2);
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(any -> patience.pause(5, Duration.ZERO))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void nobodyComesBackBeforeTheDestinationWantsIt() {
        var asked = Duration.ofMinutes(40);
        assertThat(patience.pause(1, asked)).isEqualTo(asked);
    }

    private static Patience patience() {
        var patience = new Patience();
        patience.random = new SecureRandom();
        return patience;
    }
}
