package org.beistand.applet.platform.x11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysymsTest {

    @ParameterizedTest
    @CsvSource({"41, A", "e4, ä", "20ac, €", "10020ac, €", "6c1, а", "7e1, α", "1b1, ą", "100ff41, ａ"})
    void knowsTheCharacterOfAKeysym(String keysym, String character) {
        assertThat(Keysyms.character(Long.parseLong(keysym, 16))).hasValue(character.codePointAt(0));
    }

    @ParameterizedTest
    @CsvSource({"ff0d", "ffe1", "fe53", "0", "ffffff"})
    void knowsThatKeysAreNoCharacters(String keysym) {
        assertThat(Keysyms.character(Long.parseLong(keysym, 16))).isEmpty();
    }

    @Test
    void findsItsWayBack() {
        for (int character : "aÄ€日😀".codePoints().toArray()) {
            assertThat(Keysyms.character(Keysyms.of(character))).hasValue(character);
        }
    }
}
