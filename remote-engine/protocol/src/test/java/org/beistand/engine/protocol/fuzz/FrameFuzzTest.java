package org.beistand.engine.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The build's share of fuzzing; {@code beistand fuzz --frames 10000000} is the whole. */
class FrameFuzzTest {

    @Test
    void everyMutatedFrameIsDecodedOrRefusedWithinTheLimits() throws IOException {
        try (FrameFuzz fuzz = new FrameFuzz(Long.getLong("fuzz.seed", 1))) {
            long started = System.nanoTime();
            fuzz.run(Long.getLong("fuzz.frames", 100_000));
            System.err.println(fuzz.summary((System.nanoTime() - started) / 1_000_000_000));
            assertThat(fuzz.decoded()).isPositive();
            assertThat(fuzz.refused()).isPositive();
        }
    }
}
