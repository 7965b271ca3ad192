package org.beistand.helpdesk.outbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long to wait after a failure: doubling, with jitter so that what failed together does not come back together. */
@ApplicationScoped
public class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** With a first pause of two seconds, about ten hours. Trouble of the destination as a whole does not count. */
    static final int MOST_FAILURES = 50;

    private static final int MOST_DOUBLINGS = 20;

    @Inject
    @ConfigProperty(name = "beistand.outbox.pause", defaultValue = "PT2S")
    Duration first = Duration.ofSeconds(2);

    @Inject
    SecureRandom random;

    /** @param atLeast what the destination asked for */
    public Duration pause(int failures, Duration atLeast) {
        long doubled = first.toMillis() << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        long millis = Math.min(doubled, LONGEST.toMillis());
        long jittered = millis / 2 + random.nextLong(millis + 1);
        return Duration.ofMillis(Math.max(jittered, atLeast.toMillis()));
    }

    boolean isOver(int failures) {
        return failures >= MOST_FAILURES;
    }
}
