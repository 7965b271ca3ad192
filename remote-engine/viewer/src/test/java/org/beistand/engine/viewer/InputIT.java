package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.ArrayList;
import java.util.List;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.chat.ChatLine;
import org.beistand.engine.wire.input.KeyPress;
import org.beistand.engine.wire.input.PointerButton;
import org.beistand.engine.wire.input.PointerMove;
import org.beistand.engine.wire.input.PointerWheel;
import org.beistand.engine.wire.input.ReleaseAll;
import org.beistand.engine.wire.input.TypeText;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputIT extends InChromium {

    @ParameterizedTest
    @CsvSource({"fit, 1234, 567", "fit, 0, 0", "fit, 1599, 899", "exact, 321, 123", "exact, 0, 0"})
    void clickMeansTheRemotePixelUnderIt(String mode, int x, int y) {
        Desktop desktop = controlling(1600, 900);
        page.locator("[data-action=" + mode + "]").click();
        clickPixel(x, y, 1600, 900);
        assertClicked(desktop, x, y);
    }

    @Test
    void clickMeansTheSamePixelWithTwoDevicePixelsPerCssPixel() {
        context.close();
        context = browser().newContext(options().setDeviceScaleFactor(2));
        page = watched(context.newPage());
        Desktop desktop = controlling(1600, 900);
        for (String mode : List.of("fit", "exact")) {
            page.locator("[data-action=" + mode + "]").click();
            clickPixel(301, 77, 1600, 900);
            assertClicked(desktop, 301, 77);
        }
        assertThat(page.locator("#screen").boundingBox().width).isEqualTo(800);
    }

    @Test
    void everyButtonHasItsNumberAndNoContextMenuOpens() {
        Desktop desktop = controlling(640, 480);
        for (MouseButton button : List.of(MouseButton.LEFT, MouseButton.RIGHT, MouseButton.MIDDLE)) {
            page.locator("#screen").click(new ClickOptions().setButton(button));
        }
        List<Integer> pressed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pressed.add(desktop.viewer()
                    .await(MessageType.POINTER_BUTTON, PointerButton.parser())
                    .getButton());
        }
        assertThat(pressed).containsExactly(0, 0, 2, 2, 1, 1);
    }

    @Test
    void dragIsHeldBeyondTheCanvasAndStaysWithinTheScreen() {
        Desktop desktop = controlling(640, 480);
        BoundingBox box = page.locator("#screen").boundingBox();
        page.mouse().move(box.x + 10, box.y + 10);
        page.mouse().down();
        page.mouse().move(1, 1);
        page.mouse().up();
        PointerButton down = desktop.viewer().await(MessageType.POINTER_BUTTON, PointerButton.parser());
        PointerMove move = desktop.viewer().await(MessageType.POINTER_MOVE, PointerMove.parser());
        PointerButton up = desktop.viewer().await(MessageType.POINTER_BUTTON, PointerButton.parser());
        assertThat(List.of(down.getX(), down.getY())).containsExactly(10, 10);
        assertThat(List.of(move.getX(), move.getY())).containsExactly(0, 0);
        assertThat(List.of(up.getX(), up.getY())).containsExactly(0, 0);
        assertThat(up.getPressed()).isFalse();
    }

    @Test
    void wheelTurnsWholeNotches() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").hover();
        page.mouse().wheel(0, 120);
        page.mouse().wheel(-120, 0);
        PointerWheel down = desktop.viewer().await(MessageType.POINTER_WHEEL, PointerWheel.parser());
        PointerWheel left = desktop.viewer().await(MessageType.POINTER_WHEEL, PointerWheel.parser());
        assertThat(List.of(down.getDx(), down.getDy())).containsExactly(0, 120);
        assertThat(List.of(left.getDx(), left.getDy())).containsExactly(-120, 0);
    }

    @Test
    void keysGoByPlaceAndMeaningAndOnlyModifiersAreLetGo() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        page.keyboard().press("Shift+A");
        assertThat(keys(desktop, 3)).containsExactly("+ShiftLeft/Shift", "+KeyA/A", "-ShiftLeft/Shift");
        page.keyboard().press("Tab");
        page.keyboard().press("Control+c");
        assertThat(keys(desktop, 4))
                .containsExactly("+Tab/Tab", "+ControlLeft/Control", "+KeyC/c", "-ControlLeft/Control");
    }

    /** What no key of the technician's keyboard means arrives as text: Playwright inserts it, as input methods do. */
    @Test
    void everyCharacterArrivesOnceInItsOrder() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        String text = "äöüÄÖÜß @{}[]\\|~€ 漢字 \uD83D\uDE00 e\u0301";
        page.keyboard().type(text);
        assertThat(typed(desktop, text.length())).isEqualTo(text);
    }

    @Test
    void altGraphIsPartOfTheMeaningAndItsFakeControlComesUp() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        page.evaluate("""
                () => {
                  const sink = document.getElementById('keys');
                  const fire = (type, init) =>
                    sink.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
                  const held = { ctrlKey: true, altKey: true, modifierAltGraph: true };
                  fire('keydown', { code: 'ControlLeft', key: 'Control', ctrlKey: true });
                  fire('keydown', { code: 'AltRight', key: 'AltGraph', ...held });
                  fire('keydown', { code: 'KeyQ', key: '@', ...held });
                  fire('keyup', { code: 'KeyQ', key: '@', ...held });
                  fire('keyup', { code: 'ControlLeft', key: 'Control' });
                  fire('keyup', { code: 'AltRight', key: 'AltGraph' });
                }""");
        List<KeyPress> pressed = List.of(next(desktop), next(desktop), next(desktop));
        assertThat(pressed.stream().map(InputIT::shortly))
                .containsExactly("+ControlLeft/Control", "-ControlLeft/Control", "+KeyQ/@");
        KeyPress at = pressed.get(2);
        assertThat(List.of(at.getAltGraph(), at.getControl(), at.getAlt())).containsExactly(true, false, false);
    }

    @Test
    void composedTextArrivesOnceAndItsKeysDoNot() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        page.evaluate("""
                () => {
                  const sink = document.getElementById('keys');
                  const key = (type, init) =>
                    sink.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
                  key('keydown', { code: 'BracketLeft', key: 'Dead' });
                  key('keyup', { code: 'BracketLeft', key: 'Dead' });
                  sink.dispatchEvent(new CompositionEvent('compositionstart', { data: '' }));
                  key('keydown', { code: 'KeyE', key: 'Process', isComposing: true });
                  const input = { data: 'ê', inputType: 'insertCompositionText', isComposing: true };
                  sink.dispatchEvent(new InputEvent('input', input));
                  sink.dispatchEvent(new CompositionEvent('compositionend', { data: 'ê' }));
                  key('keyup', { code: 'KeyE', key: 'e' });
                  key('keydown', { code: 'KeyX', key: 'x' });
                }""");
        assertThat(desktop.viewer()
                        .await(MessageType.TYPE_TEXT, TypeText.parser())
                        .getText())
                .isEqualTo("ê");
        assertThat(shortly(next(desktop))).isEqualTo("+KeyX/x");
    }

    @Test
    void everythingGoesUpWhenTheFocusIsLost() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        page.keyboard().down("Shift");
        page.locator("textarea[name=chat]").focus();
        desktop.viewer().await(MessageType.RELEASE_ALL, ReleaseAll.parser());
        page.keyboard().up("Shift");
    }

    @Test
    void controlAltShiftBringsTheFocusBackToTheToolbar() {
        Desktop desktop = controlling(640, 480);
        page.locator("#screen").click();
        assertThat(page.locator(".beistand-hint").textContent()).contains("Ctrl + Alt + Shift");
        page.keyboard().press("Control+Alt+Shift");
        page.waitForCondition(
                () -> (boolean) page.evaluate("() => !!document.activeElement.closest('.beistand-toolbar')"));
        desktop.viewer().await(MessageType.RELEASE_ALL, ReleaseAll.parser());
        page.keyboard().press("Tab");
        assertThat((boolean) page.evaluate("() => !!document.activeElement.closest('.beistand-toolbar')"))
                .isTrue();
    }

    @Test
    void nothingIsSentWithoutControl() {
        Desktop desktop = viewing(640, 480, "view");
        page.locator("#screen").click();
        page.keyboard().press("a");
        page.mouse().wheel(0, 120);
        // Comes after all of that would have.
        page.locator("textarea[name=chat]").fill("done");
        page.keyboard().press("Enter");
        desktop.viewer().await(MessageType.CHAT_LINE, ChatLine.parser());
        desktop.state("view", "control");
        shows("control", "granted");
        page.locator("#screen").click();
        page.keyboard().press("b");
        assertThat(shortly(next(desktop))).isEqualTo("+KeyB/b");
    }

    @Test
    void keysOfTheMenuAndTypedTextArrive() {
        Desktop desktop = controlling(640, 480);
        page.locator("[data-action=keys]").click();
        page.locator("[data-chord=ctrl_alt_del]").click();
        assertThat(keys(desktop, 6))
                .containsExactly(
                        "+ControlLeft/Control",
                        "+AltLeft/Alt",
                        "+Delete/Delete",
                        "-Delete/Delete",
                        "-AltLeft/Alt",
                        "-ControlLeft/Control");
        page.locator("[data-action=type]").click();
        page.locator("dialog textarea").fill("zwei\nZeilen €");
        page.locator("dialog [data-action=confirm]").click();
        assertThat(desktop.viewer()
                        .await(MessageType.TYPE_TEXT, TypeText.parser())
                        .getText())
                .isEqualTo("zwei\nZeilen €");
    }

    private Desktop controlling(int width, int height) {
        return viewing(width, height, "view", "control");
    }

    private Desktop viewing(int width, int height, String... granted) {
        Desktop desktop = workspace().welcomesWithCustomer(granted);
        desktop.layout(width, height);
        desktop.picture(1, Pixels.desktop(width, height), width);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    /** Clicks into the middle of a remote pixel, where it is on the page. */
    private void clickPixel(int x, int y, int width, int height) {
        BoundingBox box = page.locator("#screen").boundingBox();
        page.mouse().click(box.x + (x + 0.5) * box.width / width, box.y + (y + 0.5) * box.height / height);
    }

    private static void assertClicked(Desktop desktop, int x, int y) {
        for (boolean pressed : new boolean[] {true, false}) {
            PointerButton button = desktop.viewer().await(MessageType.POINTER_BUTTON, PointerButton.parser());
            assertThat(List.of(button.getX(), button.getY())).containsExactly(x, y);
            assertThat(button.getPressed()).isEqualTo(pressed);
        }
    }

    private static KeyPress next(Desktop desktop) {
        return desktop.viewer().await(MessageType.KEY_PRESS, KeyPress.parser());
    }

    private static List<String> keys(Desktop desktop, int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(shortly(next(desktop)));
        }
        return keys;
    }

    private static String shortly(KeyPress key) {
        return (key.getPressed() ? "+" : "-") + key.getCode() + "/" + key.getKey();
    }

    /** What a text field at the other end would hold, once it has this many UTF-16 units. */
    private static String typed(Desktop desktop, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            desktop.viewer()
                    .nextInput(
                            key -> {
                                if (key.getPressed()
                                        && key.getKey()
                                                        .codePointCount(
                                                                0, key.getKey().length())
                                                == 1) {
                                    text.append(key.getKey());
                                }
                            },
                            typed -> text.append(typed.getText()));
        }
        return text.toString();
    }
}
