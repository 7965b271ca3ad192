package org.beistand.helpdesk.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyValueLinesTest {

    @AfterEach
    void forget() {
        LogContext.clear();
    }

    @Test
    void aLineCarriesWhatTheThreadKnows() {
        LogContext.note(LogContext.Key.CORRELATION, "c-1");
        LogContext.note(LogContext.Key.TICKET, "INC-1042");
        assertThat(format("hello"))
                .contains("level=INFO")
                .contains("correlation=\"c-1\"")
                .contains("ticket=\"INC-1042\"")
                .contains("message=\"hello\"");
    }

    @Test
    void nobodyForgesALineByALineBreak() {
        assertThat(format("first\nat=2026 level=SEVERE \"x\"\u2028\u0007").strip())
                .doesNotContain("\n")
                .contains("first\\nat=2026 level=SEVERE \\\"x\\\"");
    }

    @Test
    void aValueLeavesWithItsScope() {
        LogContext.note(LogContext.Key.CORRELATION, "c-1");
        try (LogContext.Entry scope = LogContext.scope()) {
            LogContext.note(LogContext.Key.SESSION, "s-1");
            LogContext.note(LogContext.Key.CORRELATION, "c-2");
            assertThat(format("within")).contains("correlation=\"c-2\" session=\"s-1\" message");
        }
        assertThat(format("after")).contains("correlation=\"c-1\" message");
    }

    @Test
    void nothingNotedMeansNothingSaid() {
        assertThat(format("alone")).doesNotContain("correlation", "session=", "ticket=");
    }

    private static String format(String message) {
        return new KeyValueLines().format(new LogRecord(Level.INFO, message));
    }
}
