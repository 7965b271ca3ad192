package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decides how fast a file goes and what it is called, without a session. */
class FileRulesIT extends InChromium {

    @Test
    void growsWithEachConfirmationThatComesAboutAsFastAsTheFastest() {
        assertThat(window("""
                for (let i = 0; i < 3; i++) { send(); send(); later(20); confirm(); later(70 - 20); confirm(); }
                """)).isEqualTo(8);
    }

    @Test
    void neverHasMoreThanAMebibyteUnderWay() {
        assertThat(window("for (let i = 0; i < 300; i++) { send(); later(1); confirm(); }"))
                .isEqualTo(128);
    }

    @Test
    void shrinksWhenConfirmationsHaveToWaitButNeverBelowTwoPieces() {
        assertThat(window("""
                for (let i = 0; i < 4; i++) { send(); later(10); confirm(); }
                for (let i = 0; i < 3; i++) { send(); later(61); confirm(); }
                """)).isEqualTo(3);
        assertThat(window(
                        "send(); later(10); confirm(); for (let i = 0; i < 9; i++) { send(); later(500); confirm(); }"))
                .isEqualTo(2);
    }

    @Test
    void aPathThatIsSlowFromTheBeginningIsNotTakenForAQueue() {
        assertThat(window("for (let i = 0; i < 5; i++) { send(); later(600); confirm(); }"))
                .isEqualTo(7);
    }

    @Test
    void opensAsPiecesAreConfirmedAndTakesNoNotice() {
        assertThat(window("""
                send(); send();
                if (path.open) throw new Error('two are under way');
                path.confirmed(5, now); // within the first piece: nothing has arrived
                if (path.open || path.allowed !== 2) throw new Error('confirmed nothing');
                later(10);
                path.confirmed(2 * 8192, now); // one word on both
                if (!path.open) throw new Error('both are confirmed');
                """)).isEqualTo(3);
    }

    /** Runs steps on a window with a clock that only {@code later} moves. @return pieces that may be under way then */
    private Object window(String steps) {
        return evaluate("""
                async () => {
                  const { PathWindow } = await import('/viewer/core/files/window.js');
                  const path = new PathWindow();
                  let [now, sent, confirmed] = [1000, 0, 0];
                  const later = (milliseconds) => (now += milliseconds);
                  const send = () => path.sent(++sent * 8192, now);
                  const confirm = () => path.confirmed(++confirmed * 8192, now);
                """ + steps + """
                  return path.allowed;
                }""", "");
    }

    static List<List<String>> names() {
        return List.of(
                List.of("Bericht für Anna.pdf", "Bericht für Anna.pdf"),
                List.of("/etc/passwd", "_etc_passwd"),
                List.of("..\\..\\boot.ini", "_.._boot.ini"),
                List.of("C:aux?.txt|*", "C_aux_.txt__"),
                List.of("\u202Etxt.exe", "txt.exe"),
                List.of("a\u0000\u0007\u2028b\u200B\uFEFFc", "abc"),
                List.of(" .profile. ", "profile"),
                List.of("...", "file"),
                List.of("", "file"),
                List.of("x".repeat(300) + ".docx", "x".repeat(250) + ".docx"),
                List.of("x".repeat(249) + "😀😀😀😀.docx", "x".repeat(249) + ".docx"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameMeansNothingToAnybody(List<String> both) {
        assertThat(evaluate("""
                async (name) => (await import('/viewer/core/files/name.js')).plainName(name)""", both.getFirst())).isEqualTo(both.getLast());
    }

    @Test
    void sizesAreSaidInTheLanguageOfThePage() {
        assertThat(evaluate("""
                async () => {
                  const { sizeOf } = await import('/viewer/app/files/size.js');
                  return [[0, 'en'], [999, 'en'], [1536, 'de'], [999999, 'en'], [25e6, 'de'], [1024 ** 3, 'de']]
                    .map(([bytes, language]) => sizeOf(bytes, language).replace(/\\s/g, ' ')).join('; ');
                }""", "")).isEqualTo("0 byte; 999 byte; 1,5 kB; 1 MB; 25 MB; 1,1 GB");
    }
}
