package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.beistand.systemtests.product.ExtraRelay;
import org.junit.jupiter.api.Test;

/** One session on three relays, one after the other: the first dies for good, the second is drained for an update. */
class TwoRelaysST extends OneCase {

    /** The least loaded relay gets a new session, and of several with nothing to do the first by name. */
    private static final String FIRST_BY_NAME = "a-relay";

    /** The goal is 3 s on a machine with time; this one is for machines that do everything at once. */
    private static final Duration WHOLE_AGAIN_WITHIN = Duration.ofSeconds(20);

    @Test
    void theSessionGoesOnWhenItsRelayStaysDeadAndWhenTheNextIsDrained() {
        SteeredSession session;
        try (ExtraRelay first = product.startRelay(FIRST_BY_NAME)) {
            session = SteeredSession.begin(support);
            assertThat(first.connections()).as("ends at the least loaded relay").isEqualTo(2);
            session.line("before");
            first.kill();
            goesOn(session, "after kill -9");
        }
        try (ExtraRelay third = product.startRelay(FIRST_BY_NAME)) {
            product.drainRelay();
            goesOn(session, "after the drain");
            Await.until("both ends are at the third", WHOLE_AGAIN_WITHIN, () -> third.connections() == 2);
            Map<String, Object> entry = session.end();
            assertThat(entry.get("permissions")).asList().hasSize(2);
            assertThat(entry.get("participants")).asList().hasSize(2);
        }
    }

    /** What is typed and said meanwhile arrives; how long that took stands in docs/benchmarks/relay.md. */
    private static void goesOn(SteeredSession session, String what) {
        long began = System.nanoTime();
        session.line("typed " + what);
        session.say("said " + what);
        session.awaitTyped(WHOLE_AGAIN_WITHIN);
        session.awaitWhole(WHOLE_AGAIN_WITHIN);
        System.err.printf("whole again %s: %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
        session.takeKeyboard();
    }
}
