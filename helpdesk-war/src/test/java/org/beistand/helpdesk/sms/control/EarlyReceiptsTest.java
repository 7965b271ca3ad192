package org.beistand.helpdesk.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.beistand.helpdesk.testkit.TestClock;
import org.junit.jupiter.api.Test;

/** For how long a message centre is asked to come again with what nobody can place. */
class EarlyReceiptsTest {

    private final TestClock clock = new TestClock();
    private final EarlyReceipts early = new EarlyReceipts();

    @Test
    void whatNobodyCanPlaceIsRefusedForAWhileAndNotForEver() {
        early.clock = clock;
        assertThat(early.mayBeExplained("line.1")).isTrue();
        clock.advance(Duration.ofSeconds(119));
        assertThat(early.mayBeExplained("line.1")).isTrue();
        assertThat(early.mayBeExplained("line.2")).isTrue();
        clock.advance(Duration.ofSeconds(2));
        assertThat(early.mayBeExplained("line.1")).isFalse();
        assertThat(early.mayBeExplained("line.2")).isTrue();
    }

    @Test
    void aFloodOfThemIsForgottenFromItsBeginning() {
        early.clock = clock;
        for (int i = 0; i < 5000; i++) {
            assertThat(early.mayBeExplained("line." + i)).isTrue();
        }
        clock.advance(Duration.ofMinutes(3));
        assertThat(early.mayBeExplained("line.0")).as("forgotten, so new again").isTrue();
        assertThat(early.mayBeExplained("line.4999")).isFalse();
    }
}
