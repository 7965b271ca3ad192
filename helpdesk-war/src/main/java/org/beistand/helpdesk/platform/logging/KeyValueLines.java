package org.beistand.helpdesk.platform.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line for each record, as {@code key=value}; a stack trace follows as one quoted value. */
final class KeyValueLines extends Formatter {

    @Override
    public String format(LogRecord record) {
        var line = new StringBuilder(160)
                .append("at=")
                .append(record.getInstant())
                .append(" level=")
                .append(record.getLevel().getName())
                .append(" logger=")
                .append(record.getLoggerName());
        LogContext.snapshot()
                .forEach((key, value) ->
                        line.append(' ').append(key.text()).append('=').append(quoted(value)));
        line.append(" message=").append(quoted(formatMessage(record)));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            line.append(" thrown=").append(quoted(trace.toString()));
        }
        return line.append('\n').toString();
    }

    /** A line break in a value would let a caller forge whole log lines. */
    static String quoted(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
                        quoted.append(' ');
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
