package org.beistand.integration.directory;

import java.time.Duration;

/**
 * How long a directory is waited for.
 *
 * @param connecting for the line to be there and encrypted
 * @param answer for each answer over it
 * @param altogether when this has passed, no further server is tried
 */
record Patience(Duration connecting, Duration answer, Duration altogether) {

    /** An import has time: as much as it may take at all. */
    static Patience ofRoutine(Duration answer) {
        return new Patience(Duration.ofSeconds(10), answer, Duration.ofMinutes(15));
    }

    /** Somebody stands at the log-in and looks at a page that does not move. */
    static Patience ofSomebodyWaiting(Duration answer) {
        var five = Duration.ofSeconds(5);
        return new Patience(Duration.ofSeconds(4), answer.compareTo(five) < 0 ? answer : five, Duration.ofSeconds(8));
    }
}
