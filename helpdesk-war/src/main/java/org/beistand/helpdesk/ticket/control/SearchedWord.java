package org.beistand.helpdesk.ticket.control;

import java.util.List;
import java.util.Optional;

/**
 * One word of a search. It means every word that begins with it.
 *
 * @param beginning as typed, folded
 * @param words those words one by one; empty when they are too many to name, or nobody looked
 */
record SearchedWord(String beginning, Optional<List<String>> words) {

    static SearchedWord exactly(String word) {
        return new SearchedWord(word, Optional.of(List.of(word)));
    }

    static SearchedWord any(String beginning) {
        return new SearchedWord(beginning, Optional.empty());
    }

    /** Whether no ticket has it, so that the whole search finds nothing. */
    boolean isUnknown() {
        return words.filter(List::isEmpty).isPresent();
    }
}
