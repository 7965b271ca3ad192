package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Technicians' keyboards as browsers report them (place, meaning, modifiers), one row a key: what is sent must be the
 * character that the technician meant, with Shift and AltGr as part of it and not as a shortcut. Dead keys end in composed
 * text, or in the mark itself.
 */
class LayoutsIT extends InChromium {

    private static final String PRESS = """
            ([system, code, key, modifiers, composed]) => {
              const sink = document.getElementById('keys');
              const has = (name) => modifiers.split('+').includes(name);
              const windows = system === 'windows';
              const held = {
                shiftKey: has('shift'),
                ctrlKey: has('ctrl') || (has('altgr') && windows),
                altKey: has('alt') || (has('altgr') && windows),
                modifierAltGraph: has('altgr'),
              };
              const fire = (type, init) =>
                sink.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
              if (has('shift')) fire('keydown', { code: 'ShiftLeft', key: 'Shift', shiftKey: true });
              if (has('ctrl')) fire('keydown', { code: 'ControlLeft', key: 'Control', ctrlKey: true });
              if (has('altgr') && windows) fire('keydown', { code: 'ControlLeft', key: 'Control', ctrlKey: true });
              if (has('altgr')) fire('keydown', { code: 'AltRight', key: 'AltGraph', ...held });
              if (key === 'Dead') {
                fire('keydown', { code, key, ...held });
                fire('keyup', { code, key, ...held });
                sink.dispatchEvent(new CompositionEvent('compositionstart', { data: '' }));
                sink.dispatchEvent(new CompositionEvent('compositionend', { data: composed }));
              } else {
                fire('keydown', { code, key, ...held });
                fire('keyup', { code, key, ...held });
              }
              if (has('altgr') && windows) fire('keyup', { code: 'ControlLeft', key: 'Control' });
              if (has('altgr')) fire('keyup', { code: 'AltRight', key: 'AltGraph' });
              if (has('ctrl')) fire('keyup', { code: 'ControlLeft', key: 'Control' });
              if (has('shift')) fire('keyup', { code: 'ShiftLeft', key: 'Shift' });
              fire('keydown', { code: 'F13', key: 'F13' });
            }""";

    /** Every row on one page: it is the page's start that takes its time. */
    @ParameterizedTest
    @CsvSource({"linux", "windows"})
    void everyKeyMeansWhatIsPrintedOnIt(String system) {
        Desktop desktop = controlling();
        page.locator("#screen").click();
        List<String> wrong = new ArrayList<>();
        for (String row : ROWS.strip().split("\n")) {
            String[] parts = row.strip().split(" +");
            String meant = parts.length > 5 ? parts[5] : parts[3];
            page.evaluate(PRESS, List.of(system, parts[1], parts[2], parts[4], parts[3]));
            String sent = sentUntilMark(desktop);
            String expected = meaning(parts[4], meant);
            if (!sent.equals(expected)) {
                wrong.add(parts[0] + " " + row.strip() + ": " + sent + " instead of " + expected);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What arrives: the character, marked as a shortcut only if Control or Alt are really meant. */
    private static String meaning(String with, String character) {
        return with.contains("ctrl") ? "ctrl+" + character : character;
    }

    private static String sentUntilMark(Desktop desktop) {
        StringBuilder sent = new StringBuilder();
        boolean[] marked = {false};
        while (!marked[0]) {
            desktop.viewer()
                    .nextInput(
                            key -> {
                                marked[0] = key.getKey().equals("F13");
                                boolean character = key.getKey()
                                                .codePointCount(0, key.getKey().length())
                                        == 1;
                                if (key.getPressed() && character) {
                                    sent.append(key.getControl() ? "ctrl+" : "")
                                            .append(key.getAlt() ? "alt+" : "")
                                            .append(key.getKey());
                                }
                            },
                            text -> sent.append(text.getText()));
        }
        return sent.toString();
    }

    private Desktop controlling() {
        Desktop desktop = workspace().welcomesWithCustomer("view", "control");
        desktop.layout(640, 480);
        desktop.picture(1, Pixels.desktop(640, 480), 640);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    /** Layout, code, key, character meant (or composed), modifiers. */
    private static final String ROWS = """
            us KeyA a a -
            us KeyZ z z -
            us Digit2 @ @ shift
            us Quote " " shift
            us Backquote ~ ~ shift
            us Backslash | | shift
            us KeyC c c ctrl
            de KeyY z z -
            de KeyZ Y Y shift
            de BracketLeft ü ü -
            de Semicolon Ö Ö shift
            de Minus ß ß -
            de KeyQ @ @ altgr
            de KeyE € € altgr
            de Digit7 { { altgr
            de Minus \\ \\ altgr
            de IntlBackslash | | altgr
            de BracketRight ~ ~ altgr
            de Equal Dead é -
            de Backquote Dead ê -
            de Backquote Dead ^ -
            de Equal Dead ` shift
            de KeyC c c ctrl
            fr KeyQ a a -
            fr Semicolon m m -
            fr KeyA q q -
            fr Digit2 é é -
            fr Digit2 2 2 shift
            fr Digit0 @ @ altgr
            fr Digit3 # # altgr
            fr Digit4 { { altgr
            fr KeyE € € altgr
            fr BracketLeft Dead ô -
            fr BracketLeft Dead ï shift
            fr Digit2 Dead ñ altgr
            fr KeyQ a a ctrl
            ch KeyY z z -
            ch BracketLeft ü ü -
            ch BracketLeft è è shift
            ch Semicolon ö ö -
            ch Semicolon é é shift
            ch Quote à à shift
            ch Digit2 @ @ altgr
            ch Digit3 # # altgr
            ch Digit7 | | altgr
            ch KeyE € € altgr
            ch IntlBackslash \\ \\ altgr
            ch Quote { { altgr
            ch Backslash } } altgr
            ch Equal Dead â -
            ch Equal Dead à shift
            ch BracketRight Dead ä -
            ch Equal Dead ñ altgr
            ch Minus Dead é altgr
            """;
}
