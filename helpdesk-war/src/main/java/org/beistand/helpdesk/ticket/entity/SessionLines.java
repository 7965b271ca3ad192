package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beistand.helpdesk.ticket.entity.SessionSummary.PermissionDecided;

/**
 * Keeps the lists of a session's entry as lines of one column each: they are written once, read whole and never searched.
 * What would not fit is left out from the end.
 */
final class SessionLines {

    /** Characters for the participants' names. */
    static final int NAMES = 4_000;

    /** Characters for the permissions, about a hundred of them. */
    static final int PERMISSIONS = 8_000;

    private SessionLines() {}

    private static String join(List<String> lines, int limit) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (text.length() + line.length() + 1 > limit) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }

    private static <T> List<T> split(String text, Function<String, T> read) {
        return text.lines().map(read).toList();
    }

    /** One name on each line. */
    @Converter
    static final class Names implements AttributeConverter<List<String>, String> {

        @Override
        public String convertToDatabaseColumn(List<String> names) {
            return join(names.stream().map(name -> name.replaceAll("\\R", " ")).collect(Collectors.toList()), NAMES);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return split(text, Function.identity());
        }
    }

    /** {@code permission|granted|time|authorised by} on each line; none of the codes holds a bar. */
    @Converter
    static final class Permissions implements AttributeConverter<List<PermissionDecided>, String> {

        @Override
        public String convertToDatabaseColumn(List<PermissionDecided> permissions) {
            return join(permissions.stream().map(Permissions::written).toList(), PERMISSIONS);
        }

        @Override
        public List<PermissionDecided> convertToEntityAttribute(String text) {
            return split(text, Permissions::read);
        }

        private static String written(PermissionDecided decided) {
            return String.join(
                    "|",
                    code(decided.permission()),
                    String.valueOf(decided.granted()),
                    decided.at().toString(),
                    code(decided.authorisedBy()));
        }

        private static PermissionDecided read(String line) {
            var parts = line.split("\\|", -1);
            return new PermissionDecided(parts[0], Boolean.parseBoolean(parts[1]), Instant.parse(parts[2]), parts[3]);
        }

        private static String code(String text) {
            return text.replaceAll("[|\\s]", "_");
        }
    }
}
