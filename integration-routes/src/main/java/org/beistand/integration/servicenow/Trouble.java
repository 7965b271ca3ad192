package org.beistand.integration.servicenow;

import java.time.Duration;
import org.beistand.integration.Outcome;

/**
 * A call that did not give what it was made for, with what that means for the letter. Never leaves this package. A reason
 * is a code that pages have words for, and after a colon what the instance said.
 */
final class Trouble extends RuntimeException {

    private final transient Outcome outcome;

    private Trouble(Outcome outcome, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    /** How long the instance wants to be left alone. What a write without an answer needs to settle is no wish of its. */
    Duration asksToWait() {
        return outcome instanceof Outcome.Temporary temporary && temporary.everybody()
                ? temporary.notBefore()
                : Duration.ZERO;
    }

    static Trouble forGood(String reason) {
        return new Trouble(new Outcome.Permanent(reason), reason);
    }

    static Trouble forNow(String reason) {
        return new Trouble(new Outcome.Temporary(reason), reason);
    }

    static Trouble forEverybody(String reason, Duration notBefore) {
        return new Trouble(new Outcome.Temporary(reason, notBefore, true), reason);
    }

    /** The request may still be at work over there: whoever asks too early sees nothing and does it twice. */
    static Trouble noAnswer(String reason, Duration settled) {
        return new Trouble(new Outcome.Temporary(reason, settled, false), reason);
    }
}
