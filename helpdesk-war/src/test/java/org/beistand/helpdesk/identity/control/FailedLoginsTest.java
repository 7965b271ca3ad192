package org.beistand.helpdesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beistand.helpdesk.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final TestClock clock = new TestClock();
    private final FailedLogins failures = new FailedLogins();
    private final UUID company = UUID.randomUUID();

    @BeforeEach
    void giveTime() {
        failures.clock = clock;
    }

    @Test
    void everyOneOfAFewIsWrittenDown() {
        for (int i = 1; i <= FailedLogins.EACH_UP_TO; i++) {
            assertThat(failures.count(company)).hasValue(i);
        }
        assertThat(failures.count(company)).isEmpty();
    }

    @Test
    void aFloodLeavesAHandfulOfLines() {
        assertThat(linesOf(100_000)).isLessThan(30);
        assertThat(failures.count(UUID.randomUUID())).hasValue(1);
    }

    @Test
    void afterAWhileCountingStartsAnew() {
        linesOf(1_000);
        clock.advance(FailedLogins.WHILE);
        assertThat(failures.count(company)).hasValue(1);
    }

    private int linesOf(int failed) {
        int lines = 0;
        for (int i = 0; i < failed; i++) {
            lines += failures.count(company).isPresent() ? 1 : 0;
        }
        return lines;
    }
}
