package org.beistand.applet.platform.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beistand.applet.desktop.Desktop;
import org.beistand.applet.input.InputSink;
import org.beistand.applet.input.KeyStroke;
import org.beistand.applet.input.Modifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed here is read back from a file that {@code cat} in a real terminal has written. */
class X11InputSinkIT {

    private static final String CHARACTERS = "äöüÄÖÜß@{}\\|~€ Aa1!#^`'\"/?[]<> é日本Ωж";

    @TempDir
    Path folder;

    private Desktop desktop;
    private InputSink sink;
    private Path typed;

    @BeforeEach
    void open() throws Exception {
        desktop = Desktop.start(800, 600);
        typed = folder.resolve("typed.txt");
        desktop.start("xterm", "-u8", "-geometry", "80x24+0+0", "-T", "typing", "-e", "cat > " + typed);
        desktop.awaitWindow("typing");
        desktop.run("xdotool", "mousemove", "100", "100");
        sink = new X11(Map.of("DISPLAY", desktop.display())).input().open().orElseThrow();
    }

    @AfterEach
    void close() {
        sink.close();
        desktop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr", "ch"})
    void typesEveryCharacterWhateverTheLayout(String layout) throws Exception {
        desktop.run("setxkbmap", layout);
        type(CHARACTERS + "\n");
        awaitTyped(CHARACTERS + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr", "ch"})
    void strikesKeysByMeaningWhileTheTechnicianHoldsModifiers(String layout) throws Exception {
        desktop.run("setxkbmap", layout);
        // Shift+2 on a US keyboard means "@"; AltGr+Q on a German one too, and Windows calls AltGr Control and Alt.
        press("ShiftLeft", "Shift", Modifier.SHIFT);
        strike("Digit2", "@", Modifier.SHIFT);
        strike("KeyA", "A", Modifier.SHIFT);
        release("ShiftLeft", "Shift");
        press("ControlLeft", "Control", Modifier.CONTROL);
        press("AltRight", "AltGraph", Modifier.CONTROL, Modifier.ALT, Modifier.ALT_GRAPH);
        strike("KeyQ", "@", Modifier.CONTROL, Modifier.ALT, Modifier.ALT_GRAPH);
        strike("Digit7", "{", Modifier.CONTROL, Modifier.ALT, Modifier.ALT_GRAPH);
        release("AltRight", "AltGraph");
        release("ControlLeft", "Control");
        strike("KeyB", "b");
        strike("Enter", "Enter");
        awaitTyped("@A@{b\n");
    }

    @Test
    void knowsShortcuts() throws Exception {
        desktop.run("setxkbmap", "de");
        type("gone");
        press("ControlLeft", "Control", Modifier.CONTROL);
        strike("KeyU", "u", Modifier.CONTROL); // the terminal's line discipline forgets the line
        release("ControlLeft", "Control");
        type("kept\n");
        press("ControlLeft", "Control", Modifier.CONTROL);
        strike("KeyD", "D", Modifier.CONTROL); // with the technician's Caps Lock on
        release("ControlLeft", "Control");
        awaitTyped("kept\n");
        Desktop.await("cat has ended", () -> !isRunning());
    }

    private boolean isRunning() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains("cat > " + typed));
    }

    @Test
    void typesRightWhileTheCustomersCapsLockIsOn() throws Exception {
        desktop.run("xdotool", "key", "Caps_Lock");
        type("aBäÄ日\n");
        awaitTyped("aBäÄ日\n");
        assertThat(desktop.run("sh", "-c", "xset q | grep -o 'Caps Lock: *on' || true"))
                .isIn("", "Caps Lock:   on");
    }

    @Test
    void typesMoreForeignCharactersThanThereAreSpareKeys() throws Exception {
        String many = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГД";
        type(many + "\n");
        awaitTyped(many + "\n");
    }

    /** Emoji and those made of several, marks that combine, scripts without a keyboard here, and what needs a dead key. */
    @Test
    void typesByMeaningWhatNoKeyboardHasAndWhatOthersHaveAsDeadKeys() throws Exception {
        desktop.run("setxkbmap", "ch");
        String text = "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDD27 e\u0301 n\u0303 ^`~´¨ ñôàçëÿ ⌘…\u00A0„“« ק";
        type(text + "\n");
        awaitTyped(text + "\n");
    }

    @Test
    void followsAChangeOfTheLayout() throws Exception {
        // Each line is awaited: a layout replaced under a key that nobody has looked up yet is another's key.
        StringBuilder all = new StringBuilder();
        for (String layout : List.of("us", "de", "fr")) {
            desktop.run("setxkbmap", layout);
            type("yzäß\n");
            all.append("yzäß\n");
            Desktop.await("the line of " + layout, () -> Desktop.textOf(typed).length() >= all.length());
        }
        awaitTyped(all.toString());
    }

    @Test
    void leavesTheKeyboardAsItWasFound() throws Exception {
        desktop.run("setxkbmap", "us");
        String before = desktop.run("xmodmap", "-pke");
        type("日本語\n");
        awaitTyped("日本語\n");
        assertThat(desktop.run("xmodmap", "-pke")).isNotEqualTo(before);
        sink.close();
        assertThat(desktop.run("xmodmap", "-pke")).isEqualTo(before);
        sink = new X11(Map.of("DISPLAY", desktop.display())).input().open().orElseThrow();
    }

    @Test
    void movesThePointerToTheExactPixel() throws Exception {
        sink.move(321, 123);
        assertThat(desktop.run("xdotool", "getmouselocation")).startsWith("x:321 y:123 ");
    }

    @Test
    void releasesWhatIsHeld() throws Exception {
        press("ShiftLeft", "Shift", Modifier.SHIFT);
        sink.button(0, true);
        assertThat(state()).isEqualTo(0x101);
        sink.releaseAll();
        assertThat(state()).isZero();
    }

    /** Modifiers and buttons as the server sees them. */
    private int state() {
        try (Arena arena = Arena.ofConfined();
                X11Display display = X11Display.open(desktop.display()).orElseThrow()) {
            MemorySegment state = arena.allocate(24, 8);
            XKeyboard.xkbGetState(display.handle(), 0x100, state);
            // XkbStateRec: mods, then ptr_buttons as the last 16 bits
            return Byte.toUnsignedInt(state.get(ValueLayout.JAVA_BYTE, 6))
                    | Short.toUnsignedInt(state.get(ValueLayout.JAVA_SHORT, 16));
        }
    }

    private void type(String text) {
        text.codePoints().forEach(sink::type);
    }

    private void press(String code, String key, Modifier... held) {
        sink.key(new KeyStroke(code, key, true, set(held)));
    }

    private void release(String code, String key) {
        sink.key(new KeyStroke(code, key, false, Set.of()));
    }

    private void strike(String code, String key, Modifier... held) {
        sink.key(new KeyStroke(code, key, true, set(held)));
        sink.key(new KeyStroke(code, key, false, set(held)));
    }

    private static Set<Modifier> set(Modifier... held) {
        Set<Modifier> set = EnumSet.noneOf(Modifier.class);
        set.addAll(List.of(held));
        return set;
    }

    private void awaitTyped(String expected) {
        Desktop.await("a line arrives", () -> Desktop.textOf(typed).endsWith("\n"));
        assertThat(Desktop.textOf(typed)).isEqualTo(expected);
    }
}
