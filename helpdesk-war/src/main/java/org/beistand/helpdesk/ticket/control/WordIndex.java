package org.beistand.helpdesk.ticket.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How this database finds the tickets that have a word beginning with each of the searched words. Both ways mean the
 * same; only PostgreSQL's has an index.
 */
enum WordIndex {
    /** A GIN index over the words as lexemes; it is asked for whole words wherever they are few (see V202). */
    POSTGRESQL {
        @Override
        SearchedWord meaning(Connection connection, UUID company, String word) throws SQLException {
            if (isExact(word)) {
                return SearchedWord.exactly(word);
            }
            var known = beginningWith(connection, company, word);
            return known.size() > MOST_NAMED
                    ? SearchedWord.any(word)
                    : new SearchedWord(word, Optional.of(List.copyOf(known)));
        }

        private List<String> beginningWith(Connection connection, UUID company, String word) throws SQLException {
            try (var statement = connection.prepareStatement("select distinct word from ticket_word"
                    + " where company_id = ? and word >= ? and word < ? order by word limit ?")) {
                statement.setObject(1, company);
                statement.setString(2, word);
                statement.setString(3, word + LAST);
                statement.setInt(4, MOST_NAMED + 1);
                List<String> words = new ArrayList<>();
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        words.add(result.getString(1));
                    }
                }
                return words;
            }
        }

        @Override
        List<String> conditions(List<SearchedWord> words) {
            return List.of("s.lexemes @@ cast(? as tsquery)");
        }

        @Override
        List<Object> parameters(List<SearchedWord> words) {
            return List.of(words.stream().map(this::lexemes).collect(Collectors.joining(" & ")));
        }

        private String lexemes(SearchedWord word) {
            return word.words()
                    .map(known -> known.stream().collect(Collectors.joining("' | '", "('", "')")))
                    .orElseGet(() -> "'" + word.beginning() + "':*");
        }
    },

    /** A scan of the company's words. They hold letters and digits only, so nothing in a pattern needs escaping. */
    H2 {
        @Override
        SearchedWord meaning(Connection connection, UUID company, String word) {
            return isExact(word) ? SearchedWord.exactly(word) : SearchedWord.any(word);
        }

        @Override
        List<String> conditions(List<SearchedWord> words) {
            return words.stream().map(word -> "' ' || s.words || ' ' like ?").toList();
        }

        @Override
        List<Object> parameters(List<SearchedWord> words) {
            return words.stream()
                    .<Object>map(word -> "% " + word.beginning() + (word.words().isPresent() ? " %" : "%"))
                    .toList();
        }
    };

    /** From about here on PostgreSQL is faster with the beginning than with that many alternatives. */
    private static final int MOST_NAMED = 8;

    /** Sorts behind every letter and digit. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static WordIndex of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().contains("PostgreSQL") ? POSTGRESQL : H2;
    }

    /** What a searched word means among the words that this company's tickets have. */
    abstract SearchedWord meaning(Connection connection, UUID company, String word) throws SQLException;

    /** SQL conditions on {@code ticket_search s}, all of which must hold. */
    abstract List<String> conditions(List<SearchedWord> words);

    /** The values of the conditions' parameters, in order. */
    abstract List<Object> parameters(List<SearchedWord> words);

    /** A single letter begins half of all words; it is taken as the word itself. */
    private static boolean isExact(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }
}
