package org.beistand.helpdesk.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;

/**
 * How to read what a provider reports about a message. Words are told apart without regard to case.
 *
 * @param field the value that holds the state, for example {@code status}
 * @param delivered the words that mean that it arrived, with commas between
 * @param failed the words that mean that it never will
 */
@Embeddable
public record ReportReading(
        @Column(name = "report_field", nullable = false, length = 60)
        String field,

        @Column(name = "report_delivered", nullable = false, length = 300)
        String delivered,

        @Column(name = "report_failed", nullable = false, length = 300)
        String failed) {

    /** What became of a message, as far as a word tells. */
    public enum Fate {
        DELIVERED,
        FAILED,
        /** On its way, or a word that nobody listed. */
        OPEN
    }

    /** Fits most providers. */
    public static ReportReading usual() {
        return new ReportReading(
                "status", "delivered, DELIVRD", "failed, undelivered, UNDELIV, rejected, REJECTD, expired");
    }

    public Fate fate(String word) {
        if (isAmong(word, delivered)) {
            return Fate.DELIVERED;
        }
        return isAmong(word, failed) ? Fate.FAILED : Fate.OPEN;
    }

    private static boolean isAmong(String word, String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .anyMatch(one -> !one.isEmpty() && one.equalsIgnoreCase(word.strip()));
    }
}
