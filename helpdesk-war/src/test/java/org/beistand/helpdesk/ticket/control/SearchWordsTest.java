package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void foldsCaseAccentsAndUmlautsBothWays() {
        assertThat(SearchWords.index(List.of("Für José: Straße!"))).isEqualTo("fur jose strasse fuer");
    }

    @Test
    void splitsAtEverythingThatIsNeitherLetterNorDigit() {
        assertThat(SearchWords.index(List.of("anna.berg@example.org, INC-1042", "it's <b>bold</b>")))
                .isEqualTo("anna berg example org inc 1042 it s b bold");
    }

    @Test
    void leavesNothingThatADatabaseWouldInterpret() {
        assertThat(SearchWords.searched("100%_off' & ! | (x):* \\ \0")).containsExactly("100", "off", "x");
        assertThat(SearchWords.searched("%%% ___ ''")).isEmpty();
    }

    @Test
    void boundsWhatAPastedPageMayCost() {
        assertThat(SearchWords.searched("a1 b2 c3 d4 e5 f6 g7 h8 i9 j0")).hasSize(8);
        assertThat(SearchWords.searched("x".repeat(10_000))).containsExactly("x".repeat(40));
        assertThat(SearchWords.searched("\uD835\uDC9C".repeat(100)).getFirst()).doesNotContain("\uFFFD");
    }
}
