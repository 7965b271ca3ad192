package org.beistand.engine.viewer.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.beistand.engine.protocol.seal.SecurityWords;
import org.junit.jupiter.api.Test;

class WordListsTest {

    private static final Path COMMITTED =
            Path.of("src/main/resources/META-INF/resources/viewer/core/seal/words.gen.js");
    private static final int WORDS_A_LINE = 8;

    @Test
    void committedWordsAreThoseOfTheApplet() throws IOException {
        String generated =
                "// Written by WordListsTest from the lists of remote-engine/protocol. Do not edit: run it with"
                        + " -Dwire.regenerate=true.\n"
                        + list("GERMAN", Locale.GERMAN)
                        + list("ENGLISH", Locale.ENGLISH);
        if (Boolean.getBoolean("wire.regenerate")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(COMMITTED).hasContent(generated);
    }

    private static String list(String name, Locale language) {
        List<String> words = SecurityWords.list(language);
        StringBuilder module = new StringBuilder(
                "\n/** @type {ReadonlyArray<string>} */\nexport const " + name + " = Object.freeze([\n");
        for (int at = 0; at < words.size(); at += WORDS_A_LINE) {
            module.append("  '")
                    .append(String.join("', '", words.subList(at, at + WORDS_A_LINE)))
                    .append("',\n");
        }
        return module.append("]);\n").toString();
    }
}
