package org.beistand.engine.viewer.wire;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.Channel;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.grant.Permission;

/** The protocol's enumerations and limits as frozen JavaScript objects. */
final class ConstantsCode {

    private ConstantsCode() {}

    static String source() {
        return limits() + channels() + types() + statuses() + permissions();
    }

    private static String limits() {
        return block(
                "Every length that is checked, and HELLO_TIME in milliseconds.",
                "LIMIT",
                Arrays.stream(Limits.class.getFields())
                        .map(field -> "  %s: %s,%n".formatted(field.getName(), number(field)))
                        .collect(Collectors.joining()));
    }

    private static String number(Field field) {
        try {
            Object value = field.get(null);
            return value instanceof Duration duration ? String.valueOf(duration.toMillis()) : String.valueOf(value);
        } catch (IllegalAccessException notPublic) {
            throw new IllegalStateException("limits are public: " + field.getName(), notPublic);
        }
    }

    private static String channels() {
        return block(
                "The channel byte of the frame header.",
                "CHANNEL",
                Arrays.stream(Channel.values())
                        .map(channel -> "  %s: %d,%n".formatted(channel.name(), channel.number()))
                        .collect(Collectors.joining()));
    }

    private static String types() {
        return block(
                "Channel and type byte of the frame header; recorded: a recording of the connection has it.",
                "MESSAGE_TYPE",
                Arrays.stream(MessageType.values())
                        .map(type -> "  %s: Object.freeze({ channel: %d, number: %d, recorded: %b }),%n"
                                .formatted(type.name(), type.channel().number(), type.number(), type.isRecorded()))
                        .collect(Collectors.joining()));
    }

    private static String statuses() {
        return block(
                "The status table. retry: NEVER, YES (the same relay, in a moment) or WITH_NEW_GRANT.",
                "STATUS",
                Arrays.stream(Status.values()).map(ConstantsCode::status).collect(Collectors.joining()));
    }

    private static String status(Status row) {
        return """
                  %1$s: Object.freeze({
                    code: %2$d,
                    name: '%1$s',
                    http: %3$d,
                    closeCode: %4$d,
                    retry: '%5$s',
                    retryable: %6$b,
                    messageKey: '%7$s',
                  }),
                """.formatted(
                        row.name(),
                        row.code(),
                        row.http(),
                        row.webSocket(),
                        row.retry(),
                        row.retry() != Status.Retry.NEVER,
                        row.messageKey());
    }

    private static String permissions() {
        return block(
                "Names of permissions in grants and messages.",
                "PERMISSION",
                Arrays.stream(Permission.values())
                        .map(permission -> "  %s: '%s',%n".formatted(permission.name(), permission.wireName()))
                        .collect(Collectors.joining()));
    }

    private static String block(String comment, String name, String entries) {
        return "%n/** %s */%nexport const %s = Object.freeze({%n%s});%n".formatted(comment, name, entries);
    }
}
