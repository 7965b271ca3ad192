package org.beistand.helpdesk.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.beistand.helpdesk.ticket.boundary.QuotedText.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs repeat is told from what people write, and nothing is lost. In the forms of real programs. */
class QuotedTextTest {

    /** With those that the mail reader made of HTML, which its own test compares. */
    private static final Path VECTORS = Path.of("../integration-routes/src/test/resources/quotes");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail-de", "gmail-en", "outlook-de", "outlook-en", "outlook-web-en", "thunderbird-de",
                        "thunderbird-en",
                "apple-de", "apple-en", "gmail-de-html", "outlook-de-html", "outlook-web-en-html",
                        "thunderbird-de-html", "apple-en-html"
            })
    void whatAProgramRepeatedIsFolded(String program) throws IOException {
        String text = Files.readString(VECTORS.resolve(program + ".txt"));
        var passages = split(text);
        assertThat(passages).extracting(Passage::quoted).containsExactly(false, true);
        assertThat(passages.getFirst().words())
                .matches("(?s)(Danke, das hat geholfen|Thanks, that helped)\\.(\n\nAnna Smith)?");
        assertThat(passages.getLast().words()).containsAnyOf("Drucker neu.", "restart the printer.");
        assertThat(passages.getLast().words()).contains("Support Center");
    }

    @Test
    void anAnswerBetweenTheLinesKeepsWhatItAnswers() {
        var inline = """
                Hallo Maria,

                > Ist er am Strom?
                Ja.

                > Leuchtet er?
                Nein, siehe unten.

                Am 22.11.26 um 10:00 schrieb Support Center:
                > eins
                > zwei
                > drei
                > vier
                Anna""";
        var passages = split(inline);
        assertThat(passages).extracting(Passage::quoted).containsExactly(false, true, false);
        assertThat(passages.getFirst().words()).contains("> Leuchtet er?", "Nein, siehe unten.");
        assertThat(passages.get(1).lines()).isEqualTo(5);
        assertThat(passages.getLast().words()).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nur ein Satz.",
                "On Monday my boss wrote:\nplease fix it",
                "Von: mir\nhabe ich das nicht",
                "From: here to there\nIt is far.",
                "Am Drucker steht, wie man schrieb: nichts",
                "a -> b\n--\nAnna",
                "> all of it\n> was said before",
                "-----Original Message-----\nonly a forwarded one"
            })
    void whatIsNoQuotationOrNothingElseStaysOpen(String text) {
        assertThat(split(text)).containsExactly(Passage.of(text, false));
    }

    @Test
    void aDatedLineWithoutMarksBelowItTakesTheRestAlong() {
        var passages =
                split("Geht wieder.\n\nAm 22.11.2026 um 10:00 schrieb Support Center:\nStarten Sie neu.\n\nMaria");
        assertThat(passages).extracting(Passage::words).first().isEqualTo("Geht wieder.");
        assertThat(passages.getLast().words()).endsWith("Maria");
    }

    @Test
    void theLongestTextIsSplitInNoTime() {
        for (String part : List.of(
                "> \n",
                "Am \n",
                "On 1 wrote \n",
                "From: x\n",
                "\n",
                "x".repeat(200) + " schrieb am \n",
                "____________\n")) {
            String text = part.repeat(20_000 / part.length());
            org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> split(text));
        }
    }

    /** With what is true of every text. */
    private static List<Passage> split(String text) {
        var passages = QuotedText.passages(text);
        assertThat(passages.stream().map(Passage::text).collect(Collectors.joining("\n")))
                .isEqualTo(text);
        return passages;
    }
}
