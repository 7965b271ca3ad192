package org.beistand.helpdesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.beistand.helpdesk.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle();

    @BeforeEach
    void giveTime() {
        throttle.clock = clock;
    }

    @Test
    void aFewTypingErrorsCostNothing() {
        fail(4, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.1", "maria")).isEmpty();
    }

    @Test
    void everyFurtherFailureDoublesTheWait() {
        fail(5, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.1", "maria")).hasValue(Duration.ofSeconds(1));
        fail(1, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.1", "maria")).hasValue(Duration.ofSeconds(2));
        fail(1, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.1", "maria")).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void nobodyLocksSomebodyElseOut() {
        fail(50, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.2", "maria")).isEmpty();
    }

    @Test
    void anAttackFromManyAddressesDelaysTheOwnerByFourSecondsAtMost() {
        for (int i = 0; i < 5_000; i++) {
            throttle.failed("10.1." + i / 256 + "." + i % 256, "maria");
        }
        assertThat(throttle.waitFor("192.0.2.7", "maria")).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 30; i++) {
            throttle.failed("10.0.0.1", "name" + i);
        }
        assertThat(throttle.waitFor("10.0.0.1", "fresh")).isPresent();
    }

    @Test
    void afterAnHourOfPeaceAllIsForgotten() {
        fail(20, "10.0.0.1", "maria");
        clock.advance(Duration.ofMinutes(61));
        fail(1, "10.0.0.1", "maria");
        assertThat(throttle.waitFor("10.0.0.1", "maria")).isEmpty();
    }

    @Test
    void hundredsOfTriesAtOnceFromOneSourceDoNotGetInTogether() {
        long in = IntStream.range(0, 200)
                .filter(i -> throttle.enter("10.0.0.1", "name" + i).isEmpty())
                .count();
        assertThat(in).isEqualTo(2);
        assertThat(throttle.enter("10.0.0.2", "maria")).isEmpty();
    }

    @Test
    void whoeverLeavesMakesRoom() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.enter("10.0.0.1", "name" + i)).isEmpty();
            throttle.leave("10.0.0.1");
        }
    }

    private void fail(int times, String source, String name) {
        for (int i = 0; i < times; i++) {
            throttle.failed(source, name);
        }
    }
}
