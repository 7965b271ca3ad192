package org.beistand.helpdesk.ticket.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How this database finds the tickets that have a word beginning with each of the searched words. Both ways mean the
 * same; only PostgreSQL's has an index.
 */
enum WordIndex {
    /** A GIN index over the words as lexemes. */
    POSTGRESQL {
        @Override
        List<String> conditions(List<String> words) {
            return List.of("s.lexemes @@ cast(? as tsquery)");
        }

        @Override
        List<Object> parameters(List<String> words) {
            return List.of(
                    words.stream().map(word -> "'" + word + "'" + prefix(word)).collect(Collectors.joining(" & ")));
        }

        private String prefix(String word) {
            return isExact(word) ? "" : ":*";
        }
    },

    /** A scan of the company's words. They hold letters and digits only, so nothing in a pattern needs escaping. */
    H2 {
        @Override
        List<String> conditions(List<String> words) {
            return words.stream().map(word -> "' ' || s.words || ' ' like ?").toList();
        }

        @Override
        List<Object> parameters(List<String> words) {
            return words.stream()
                    .<Object>map(word -> "% " + word + (isExact(word) ? " %" : "%"))
                    .toList();
        }
    };

    static WordIndex of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().contains("PostgreSQL") ? POSTGRESQL : H2;
    }

    /** SQL conditions on {@code ticket_search s}, all of which must hold. */
    abstract List<String> conditions(List<String> words);

    /** The values of the conditions' parameters, in order. */
    abstract List<Object> parameters(List<String> words);

    /** A single letter begins half of all words; it is taken as the word itself. */
    private static boolean isExact(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }
}
