package org.beistand.integration.sms;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.integration.Outcome;

/**
 * What a message centre's refusal means, read from the status that the library writes into its message ({@code Negative
 * response 0000000b found}). Source of the numbers: SMPP 3.4, 5.1.3.
 */
final class Refusal {

    private static final Pattern STATUS = Pattern.compile("(?i)negative response (?:0x)?([0-9a-f]{1,8})");
    private static final int MOST_CAUSES = 10;

    private static final int WRONG_STATE = 0x04;
    private static final int ALREADY_BOUND = 0x05;
    private static final int BIND_FAILED = 0x0d;
    private static final int WRONG_PASSWORD = 0x0e;
    private static final int WRONG_SYSTEM_ID = 0x0f;
    private static final int SYSTEM_ERROR = 0x08;
    private static final int QUEUE_FULL = 0x14;
    private static final int THROTTLED = 0x58;

    private Refusal() {}

    static Optional<Outcome> of(Throwable failed) {
        Throwable cause = failed;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            Matcher status = STATUS.matcher(String.valueOf(cause.getMessage()));
            if (status.find()) {
                return Optional.of(outcome(Integer.parseUnsignedInt(status.group(1), 16)));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Outcome outcome(int status) {
        String words = "status 0x%02x".formatted(status);
        return switch (status) {
            case BIND_FAILED, WRONG_PASSWORD, WRONG_SYSTEM_ID ->
                new Outcome.Temporary("login-refused: " + words, Duration.ZERO, true);
            case WRONG_STATE, ALREADY_BOUND -> new Outcome.Temporary("refused: " + words, Duration.ofSeconds(10), true);
            case SYSTEM_ERROR, QUEUE_FULL, THROTTLED ->
                new Outcome.Temporary("refused: " + words, Duration.ofSeconds(1), true);
            default -> new Outcome.Permanent("refused: " + words);
        };
    }
}
