package org.beistand.helpdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.OnRunningHelpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.junit.jupiter.api.Test;

/** Floods and forgeries at the login page, as a reverse proxy on this machine hands them over. */
@OnRunningHelpdesk
class LoginFloodIT {

    private static final int TRIES = 200;
    private static final int SOURCES = 10;
    /** Far above what one login takes, far below what waiting behind 200 others would. */
    private static final Duration BEARABLE = Duration.ofSeconds(20);
    /** The bound for the whole helpdesk. */
    private static final long MEGABYTES = 900;

    @Test
    void aFloodEatsNoMemoryAndKeepsNobodyOut(Helpdesk helpdesk) throws Exception {
        Visitor admin = helpdesk.visitor();
        var started = new CountDownLatch(TRIES / 4);
        try (var flood = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, TRIES)
                    .mapToObj(i -> flood.submit(() -> {
                        started.countDown();
                        return tryOnce(helpdesk, i);
                    }))
                    .toList();
            started.await();
            long before = System.nanoTime();
            assertThat(admin.trySignIn("admin", Helpdesk.ADMIN_PASSWORD, "X-Forwarded-For", "203.0.113.200")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BEARABLE);
            for (Future<Integer> attempt : tries) {
                assertThat(attempt.get()).as("refused, told to wait, or busy").isIn(200, 503);
            }
        }
        assertThat(helpdesk.residentMegabytes()).isLessThan(MEGABYTES);
        assertThat(helpdesk.log()).doesNotContain("OutOfMemoryError");
        assertThat(admin.get("/desk/").statusCode()).isEqualTo(200);
    }

    private static int tryOnce(Helpdesk helpdesk, int number) {
        return helpdesk.visitor()
                .trySignIn("name" + number, "wrong", "X-Forwarded-For", "203.0.113." + number % SOURCES)
                .statusCode();
    }

    @Test
    void failuresAreAuditedWithTheRealSourceAndWithoutWhatWasTyped(Helpdesk helpdesk) {
        helpdesk.visitor().trySignIn("stefan.vogt", "wrong", "X-Forwarded-For", "192.0.2.66, 203.0.113.77");
        String audit = helpdesk.signedIn("stefan.vogt", Helpdesk.DEMO_PASSWORD)
                .get("/admin/audit")
                .body();
        assertThat(audit).contains("login.failed", "203.0.113.77").doesNotContain("192.0.2.66");

        for (int i = 0; i < 40; i++) {
            helpdesk.visitor().trySignIn("my secret password " + i, "wrong", "X-Forwarded-For", "203.0.114." + i);
        }
        String first = helpdesk.admin().get("/admin/audit").body();
        assertThat(first).contains("login.failed").doesNotContain("my secret password");
        assertThat(first.split("login\\.failed", -1)).hasSizeLessThan(30);
    }

    @Test
    void aForgedStartOfTheChainBuysNoFurtherTries(Helpdesk helpdesk) {
        for (int i = 0; i < 6; i++) {
            helpdesk.visitor().trySignIn("jonas.weber", "wrong", "X-Forwarded-For", "192.0.2." + i + ", 203.0.113.88");
        }
        assertThat(helpdesk.visitor()
                        .trySignIn("jonas.weber", Helpdesk.DEMO_PASSWORD, "X-Forwarded-For", "192.0.2.99, 203.0.113.88")
                        .statusCode())
                .as("told to wait")
                .isEqualTo(200);
        assertThat(helpdesk.visitor()
                        .trySignIn("jonas.weber", Helpdesk.DEMO_PASSWORD, "X-Forwarded-For", "203.0.113.89")
                        .statusCode())
                .as("others are not slowed down")
                .isEqualTo(302);
    }
}
