package org.beistand.integration.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentLetterTest {

    @ParameterizedTest
    @ValueSource(strings = {"[code]", "[/code]", "[CODE]", "a[code]<script>x</script>[/code]b"})
    void nobodysWordsAreMarkupOverThere(String words) {
        var letter = letter(words);
        assertThat(letter.markedNote().orElseThrow()).doesNotContainPattern("(?i)\\[/?code]");
        assertThat(letter.markedComment().orElseThrow()).doesNotContainPattern("(?i)\\[/?code]");
    }

    @Test
    void otherWordsAndTheMarksStayAsTheyAre() {
        var words = "[coder] a[0] = b[code - 1]; [Beistand x] code]";
        var letter = letter(words);
        assertThat(letter.markedNote()).hasValue(letter.mark() + "\n" + words);
        assertThat(letter.markedComment()).hasValue(words + "\n\n[Ref " + letter.id() + "]");
    }

    private static IncidentLetter letter(String words) {
        return new IncidentLetter(
                UUID.randomUUID(),
                "ticket.internal_note_added",
                "demo:1",
                "Beistand",
                Optional.empty(),
                IncidentFields.none(),
                IncidentFields.none(),
                Optional.of(new WorkNote(words)),
                Optional.of(new Comment(words)),
                List.of(),
                false);
    }
}
