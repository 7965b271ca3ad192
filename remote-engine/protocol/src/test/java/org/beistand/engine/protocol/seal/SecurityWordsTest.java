package org.beistand.engine.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void wordsAreManyShortAndUnlikeEachOther(String language) {
        List<String> words = SecurityWords.list(Locale.forLanguageTag(language));
        assertThat(words).hasSize(SecurityWords.LIST).allMatch(word -> word.matches("\\p{L}{3,10}"));
        for (String one : words) {
            assertThat(words).filteredOn(other -> isNear(one, other)).containsExactly(one);
        }
    }

    /** Equal but for one letter: easily taken for each other on the telephone. */
    private static boolean isNear(String one, String other) {
        if (one.length() > other.length()) {
            return isNear(other, one);
        }
        int same = 0;
        while (same < one.length() && lower(one, same) == lower(other, same)) {
            same++;
        }
        String rest = one.substring(Math.min(one.length(), same + (one.length() == other.length() ? 1 : 0)));
        return other.length() - one.length() <= 1
                && rest.equalsIgnoreCase(other.substring(Math.min(other.length(), same + 1)));
    }

    private static char lower(String word, int at) {
        return Character.toLowerCase(word.charAt(at));
    }

    @Test
    void namesEachByteInBothLanguages() {
        byte[] pairing = new byte[32];
        pairing[1] = 1;
        pairing[2] = (byte) 255;
        SecurityWords words = SecurityWords.of(pairing);
        assertThat(words.indexes()).containsExactly(0, 1, 255, 0);
        assertThat(words.in(Locale.GERMANY)).containsExactly("Adler", "Affe", "Zwiebel", "Adler");
        assertThat(words.in(Locale.FRENCH)).containsExactly("acorn", "actor", "zipper", "acorn");
    }
}
