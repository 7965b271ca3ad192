package org.beistand.engine.protocol.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The four words that customer and technician compare on the telephone: the same at both ends unless somebody is in
 * between.
 *
 * @param indexes four numbers, 0 to 255
 */
public record SecurityWords(List<Integer> indexes) {

    /** How many words are shown. */
    public static final int COUNT = 4;

    /** Words in each language's list. */
    public static final int LIST = 256;

    private static final List<String> GERMAN = list("words_de.txt");
    private static final List<String> ENGLISH = list("words_en.txt");

    public SecurityWords {
        indexes = List.copyOf(indexes);
    }

    /** The words of a pairing. */
    static SecurityWords of(byte[] pairing) {
        return new SecurityWords(List.of(at(pairing, 0), at(pairing, 1), at(pairing, 2), at(pairing, 3)));
    }

    private static int at(byte[] pairing, int index) {
        return Byte.toUnsignedInt(pairing[index]);
    }

    /** The words in the session's language; English for any but German. */
    public List<String> in(Locale language) {
        List<String> words = list(language);
        return indexes.stream().map(words::get).toList();
    }

    /** All words of a language, in the order of their numbers. */
    public static List<String> list(Locale language) {
        return language.getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    private static List<String> list(String file) {
        try (InputStream in = Objects.requireNonNull(SecurityWords.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
