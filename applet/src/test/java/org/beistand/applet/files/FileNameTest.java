package org.beistand.applet.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names from elsewhere. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bericht 4.pdf            | Bericht 4.pdf
            Größe & Maß.xlsx         | Größe & Maß.xlsx
            ../../etc/passwd         | passwd
            C:\\Windows\\evil.exe    | evil.exe
            ..                       | file
            ''                       | file
            /                        | file
            .bashrc                  | bashrc
            ...a. .                  | a
            a:b?c*.txt               | a_b_c_.txt
            CON                      | _CON
            nul.tar.gz               | _nul.tar.gz
            com1.txt                 | _com1.txt
            console.txt              | console.txt
            """)
    void keepsWhatIsOnlyAName(String foreign, String here) {
        assertThat(FileName.of(foreign)).isEqualTo(here);
    }

    @Test
    void losesWhatIsNotSeen() {
        assertThat(FileName.of("Rechnung\u202Efdp.exe")).isEqualTo("Rechnungfdp.exe");
        assertThat(FileName.of("a\u0000b\nc\u200Bd\u2028.txt")).isEqualTo("abcd.txt");
        assertThat(FileName.of("\uD800.txt")).isEqualTo("txt");
    }

    @Test
    void isShortEnoughForEveryDiskAndKeepsItsEnding() {
        String longest = FileName.of("ü".repeat(250) + ".docx");
        assertThat(longest).endsWith("ü.docx");
        assertThat(longest.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(FileName.of("😀".repeat(100)).getBytes(UTF_8)).hasSize(200);
        assertThat(FileName.of("a." + "b".repeat(300)).getBytes(UTF_8)).hasSize(200);
    }

    @Test
    void canBeSaidWithoutUmlauts() {
        assertThat(FileName.ascii("Übersicht 日本.pdf")).isEqualTo("Ubersicht __.pdf");
    }

    @Test
    void countsBeforeTheEnding() {
        assertThat(FileName.numbered("a.b.txt", 2)).isEqualTo("a.b (2).txt");
        assertThat(FileName.numbered("README", 11)).isEqualTo("README (11)");
    }
}
