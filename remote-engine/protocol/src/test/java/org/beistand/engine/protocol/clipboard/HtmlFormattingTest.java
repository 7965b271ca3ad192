package org.beistand.engine.protocol.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.contract.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormattingTest {

    /** Every tag of it is one of ours, without attributes. */
    private static final String ONLY_FORMATTING = "(?:[^<>]|</?[a-z0-9]{1,10}>)*+";

    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "\"",
        "'",
        "=",
        "/",
        " ",
        "script",
        "<script>",
        "</script>",
        "<p ",
        "<svg>",
        "&",
        "&lt;",
        "onload",
        "<b",
        "</b>",
        "<td>",
        "x",
        "\u0000",
        "<?",
        "<!",
        "style",
        "<style",
        "ſ",
        "İ",
        "K"
    };

    @Test
    void everyVectorComesOutAsWritten() throws Exception {
        Map<String, Object> file = Json.readObject(Files.readAllBytes(Path.of("src/vectors/1/clipboard-html.json")));
        List<?> vectors = (List<?>) file.getOrDefault("vectors", List.of());
        assertThat(vectors).hasSizeGreaterThan(30);
        for (Object vector : vectors) {
            Map<?, ?> one = (Map<?, ?>) vector;
            String kept = HtmlFormatting.of(String.valueOf(one.get("html")));
            assertThat(kept).as("%s", one.get("name")).isEqualTo(one.get("kept"));
            assertThat(HtmlFormatting.of(kept)).as("%s, again", one.get("name")).isEqualTo(kept);
        }
    }

    @Test
    void whateverComesInOnlyFormattingComesOut() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder html = new StringBuilder();
            for (int piece = random.nextInt(20); piece >= 0; piece--) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(HtmlFormatting.of(html.toString())).matches(ONLY_FORMATTING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<!--", "<script>", "<svg", "</script", "<b>", "</b>", "<p a=\"", "&", "<a", "<!"})
    void aMegabyteOfAnythingTakesNoTime(String piece) {
        String html = piece.repeat(Limits.CLIPBOARD_TEXT_BYTES / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HtmlFormatting.of(html));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HtmlFormatting.of("<script>" + html));
    }
}
