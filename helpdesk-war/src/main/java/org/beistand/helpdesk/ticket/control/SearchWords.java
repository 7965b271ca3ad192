package org.beistand.helpdesk.ticket.control;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns text into the words it can be found by: lower case, without accents, split at everything that is neither letter
 * nor digit. German umlauts are kept both ways ({@code für} is found by {@code fur} and by {@code fuer}). A search means:
 * each of its words begins some word of the ticket. Both databases work on these words, so both find the same.
 */
final class SearchWords {

    /** Longer runs are identifiers or noise; their beginning is enough to find them. */
    private static final int LONGEST_WORD = 40;

    /** Keeps one ticket's entry far below PostgreSQL's limit of 1 MiB for a tsvector. */
    private static final int MOST_WORDS = 10_000;

    /** More words than anybody types; a pasted page must not become a query with a thousand conditions. */
    private static final int MOST_SEARCHED = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private SearchWords() {}

    /** Distinct words of all texts, joined by one space each, as kept in the column {@code words}. */
    static String index(List<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        for (var text : texts) {
            var lower = text.toLowerCase(Locale.ROOT);
            addWords(fold(lower), words);
            var spelledOut = spellOut(lower);
            if (!spelledOut.equals(lower)) {
                addWords(fold(spelledOut), words);
            }
        }
        return String.join(" ", words);
    }

    /** The words a person searches for, at most {@value #MOST_SEARCHED}; empty if there is nothing to search for. */
    static List<String> searched(String typed) {
        Set<String> words = new LinkedHashSet<>();
        addWords(fold(typed.toLowerCase(Locale.ROOT)), words);
        return words.stream().limit(MOST_SEARCHED).toList();
    }

    private static void addWords(String folded, Set<String> words) {
        for (var word : BETWEEN_WORDS.split(folded)) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word.substring(
                        0, word.offsetByCodePoints(0, Math.min(LONGEST_WORD, word.codePointCount(0, word.length())))));
            }
        }
    }

    private static String fold(String lower) {
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss");
    }

    private static String spellOut(String lower) {
        return Normalizer.normalize(lower, Normalizer.Form.NFC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
    }
}
