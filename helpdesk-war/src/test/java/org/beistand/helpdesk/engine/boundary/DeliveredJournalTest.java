package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveredJournalTest {

    private static final String HASH = "0f".repeat(32);

    static List<String> hostile() {
        return List.of(
                file("\"" + "x".repeat(10_000) + "\"", "5", "\"" + HASH + "\""),
                file("\"\"", "5", "\"" + HASH + "\""),
                file("null", "5", "\"" + HASH + "\""),
                file("{}", "5", "\"" + HASH + "\""),
                file("\"x\"", "-1", "\"" + HASH + "\""),
                file("\"x\"", "1073741825", "\"" + HASH + "\""),
                file("\"x\"", "99999999999999999999999", "\"" + HASH + "\""),
                file("\"x\"", "5", "\"" + HASH.toUpperCase(java.util.Locale.ROOT) + "\""),
                file("\"x\"", "5", "\"" + HASH + "00\""),
                file("\"x\"", "5", "\"' or 1=1 --\""),
                file("\"x\"", "5", "null"),
                entry("\"kind\":\"FILE_MOVED\",\"author\":\"M\",\"permission\":\"file_read\""),
                entry("\"kind\":\"FILE_MOVED\",\"author\":\"M\",\"permission\":\"file_read\",\"file\":[1]"),
                entry("\"kind\":\"OF_A_LATER_RELEASE\""),
                entry("\"author\":\"no kind\""),
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anEntryThatIsNoneDoesNotHoldUpTheOthers(String none) {
        assertThat(read(journal(line("before"), none, file("\"log.txt\"", "5", "\"" + HASH + "\""), line("behind")))
                        .entries())
                .extracting(JournalEntry::kind)
                .containsExactly(
                        JournalEntry.Kind.CHAT_LINE, JournalEntry.Kind.FILE_MOVED, JournalEntry.Kind.CHAT_LINE);
    }

    @Test
    void aWholeJournalStaysWhole() {
        assertThat(read(journal(line("one"), line("two"))).entries())
                .extracting(JournalEntry::text)
                .containsExactly("one", "two");
        assertThat(read(journal()).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"entries\":3}", "{\"entries\":null}", "\u0000"})
    void whatIsNoJournalIsRefused(String body) {
        assertRefused(body, Status.PROTOCOL_ERROR);
    }

    @Test
    void tooManyEntriesAreRefusedReadableOrNot() {
        var many = Collections.nCopies(Journal.MOST + 1, "7");
        assertRefused(journal(many.toArray(String[]::new)), Status.TOO_LARGE);
        var lines = Collections.nCopies(Journal.MOST + 1, line("x"));
        assertRefused(journal(lines.toArray(String[]::new)), Status.TOO_LARGE);
    }

    private static void assertRefused(String body, Status status) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static Journal read(String body) {
        return DeliveredJournal.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String journal(String... entries) {
        return "{\"entries\":[" + String.join(",", entries) + "]}";
    }

    private static String line(String text) {
        return entry("\"kind\":\"CHAT_LINE\",\"author\":\"Anna\",\"text\":\"" + text + "\"");
    }

    private static String file(String name, String bytes, String hash) {
        return entry("\"kind\":\"FILE_MOVED\",\"author\":\"Maria\",\"permission\":\"file_read\",\"file\":{\"name\":"
                + name + ",\"bytes\":" + bytes + ",\"sha256\":" + hash + "}");
    }

    private static String entry(String parts) {
        return "{\"entryId\":\"1f0c0000-0000-0000-0000-000000000001\",\"number\":1,\"at\":\"2026-11-23T08:00:00Z\",\"fromCustomer\":true,"
                + parts + "}";
    }
}
