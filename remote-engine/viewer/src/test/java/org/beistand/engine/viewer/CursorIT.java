package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.wire.cursor.CursorMoved;
import org.beistand.engine.wire.cursor.CursorShape;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's pointer, drawn by the viewer itself. */
class CursorIT extends InChromium {

    private static final int SIDE = 24;

    @Test
    void isDrawnWhereTheCustomerHasIt() {
        Desktop desktop = showing("view");
        desktop.viewer().send(MessageType.CURSOR_SHAPE, shape(1, 4, 6).build());
        moves(desktop, 800, 450);
        pointer().waitFor();
        BoundingBox picture = page.locator("#screen").boundingBox();
        BoundingBox drawn = pointer().boundingBox();
        double scale = picture.width / 1600;
        assertThat(drawn.x - picture.x).isCloseTo((800 - 4) * scale, within());
        assertThat(drawn.y - picture.y).isCloseTo((450 - 6) * scale, within());
        assertThat(drawn.width).isCloseTo(SIDE * scale, within());
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "pointer-viewing.png")));
    }

    @Test
    void isAnArrowWhereItsLookIsNotKnown() {
        Desktop desktop = showing("view");
        desktop.viewer().send(MessageType.CURSOR_SHAPE, CursorShape.getDefaultInstance());
        moves(desktop, 10, 10);
        page.locator("[data-part=pointer][data-known=false]").waitFor();
    }

    @Test
    void isTheTechniciansOwnWhileTheyControl() {
        Desktop desktop = showing("view", "control");
        desktop.viewer().send(MessageType.CURSOR_SHAPE, shape(1, 4, 6).build());
        page.locator("#screen[data-pointer=image]").waitFor();
        assertThat(cursor()).contains("blob:").contains(" 4 6");
        page.locator("#screen").hover();
        assertThat(pointer().isVisible()).isFalse();
        CursorMoved own =
                CursorMoved.newBuilder().setX(50).setY(50).setOwn(true).build();
        desktop.viewer().send(MessageType.CURSOR_MOVED, own); // for a recording
        desktop.viewer().send(MessageType.CURSOR_SHAPE, shape(2, 7, 7).build());
        page.waitForCondition(() -> cursor().contains(" 7 7"));
        assertThat(pointer().isVisible()).isFalse();
        moves(desktop, 100, 100); // the customer's hand
        pointer().waitFor();
        page.mouse().move(500, 300);
        page.mouse().move(510, 310);
        pointer().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void isAPlainCrossWhileAProgramHidesIt() {
        Desktop desktop = showing("view", "control");
        CursorShape hidden = shape(1, 0, 0)
                .setPixels(ByteString.copyFrom(new byte[SIDE * SIDE * 4]))
                .build();
        desktop.viewer().send(MessageType.CURSOR_SHAPE, hidden);
        page.locator("#screen[data-pointer=hidden]").waitFor();
        assertThat(cursor()).isEqualTo("crosshair");
    }

    @Test
    void comesOnceAndIsThenKnownByItsNumber() {
        Desktop desktop = showing("view", "control");
        for (int id = 1; id <= 65; id++) {
            desktop.viewer().send(MessageType.CURSOR_SHAPE, shape(id, 1, 1).build());
        }
        desktop.viewer().send(MessageType.CURSOR_SHAPE, named(2, 7));
        page.waitForCondition(() -> cursor().contains(" 1 1"));
        shows("state", "joined");
        desktop.viewer().send(MessageType.CURSOR_SHAPE, named(1, 7)); // forgotten: an honest applet sends it again
        shows("state", "ended");
    }

    /** Larger than any, less or more pixels than it says, pointing outside of itself, never sent. */
    @ParameterizedTest
    @CsvSource({
        "257,1,0,0,1028",
        "1,70000,0,0,280000",
        "2,2,0,0,15",
        "2,2,0,0,17",
        "2,2,2,0,16",
        "2,2,0,9,16",
        "2,2,0,0,0"
    })
    void endsTheConnectionWhenItIsNoPointer(int width, int height, int hotX, int hotY, int bytes) throws Exception {
        Desktop desktop = showing("view");
        CursorShape hostile = CursorShape.newBuilder()
                .setId(9)
                .setWidth(width)
                .setHeight(height)
                .setHotX(hotX)
                .setHotY(hotY)
                .setPixels(ByteString.copyFrom(new byte[bytes]))
                .build();
        desktop.viewer().send(MessageType.CURSOR_SHAPE, hostile);
        assertThat(desktop.viewer().awaitClose()).isEqualTo(4400);
    }

    private Desktop showing(String... granted) {
        Desktop desktop = workspace().welcomesWithCustomer(granted);
        desktop.layout(1600, 900);
        desktop.picture(1, Pixels.desktop(1600, 900), 1600);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        return desktop;
    }

    private static void moves(Desktop desktop, int x, int y) {
        desktop.viewer()
                .send(
                        MessageType.CURSOR_MOVED,
                        CursorMoved.newBuilder().setX(x).setY(y).build());
    }

    private Locator pointer() {
        return page.locator("[data-part=pointer]");
    }

    private String cursor() {
        return (String) page.evaluate("() => getComputedStyle(document.getElementById('screen')).cursor");
    }

    private static CursorShape named(int id, int side) {
        return CursorShape.newBuilder().setId(id).setWidth(side).setHeight(side).build();
    }

    /** A red square with a white edge. */
    private static CursorShape.Builder shape(int id, int hotX, int hotY) {
        byte[] pixels = new byte[SIDE * SIDE * 4];
        for (int at = 0; at < pixels.length; at += 4) {
            int x = at / 4 % SIDE;
            pixels[at] = -1;
            pixels[at + 1] = (byte) (x == 0 || x == SIDE - 1 ? 255 : 0);
            pixels[at + 3] = -1;
        }
        return CursorShape.newBuilder()
                .setId(id)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setHotX(hotX)
                .setHotY(hotY)
                .setPixels(ByteString.copyFrom(pixels));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(0.6);
    }
}
