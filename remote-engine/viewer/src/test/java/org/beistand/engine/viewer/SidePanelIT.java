package org.beistand.engine.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Random;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.viewer.doubles.Desktop;
import org.beistand.engine.viewer.doubles.DesktopFiles;
import org.beistand.engine.wire.consent.Decision;
import org.beistand.engine.wire.control.Participant;
import org.beistand.engine.wire.control.Role;
import org.beistand.engine.wire.files.FileOffer;
import org.beistand.engine.wire.files.FileOutcome;
import org.beistand.engine.wire.screen.PictureShown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidePanelIT extends InChromium {

    private static final String ID = "7d1f9d0a-4b7e-4c5c-9d1a-0b6a3f2e1c11";

    @Test
    void withoutARightToFilesThereIsTheChatAloneAndNoTabs() {
        workspace("en", "view").welcomesWithCustomer();
        shows("situation", "here");
        shows("files", "off");
        assertThat(page.locator("[role=tablist]").isVisible()).isFalse();
        assertThat(page.locator(".beistand-panel h2").textContent()).isEqualTo("Chat with Anna Beck");
        assertThat(page.locator("textarea[name=chat]").isVisible()).isTrue();
    }

    @Test
    void tabsAreOneStopOfTheKeyboardAndArrowKeysChoose() {
        workspace("en", "view", "file_read", "file_write").welcomesWithCustomer();
        page.waitForSelector("textarea[name=chat]:not([readonly])");
        page.locator("[data-tab=chat]").focus();
        page.keyboard().press("ArrowRight");
        shows("panel-tab", "files");
        assertThat(page.locator("[data-tab=files]").getAttribute("aria-selected"))
                .isEqualTo("true");
        assertThat(page.locator("[data-tab=chat]").getAttribute("tabindex")).isEqualTo("-1");
        assertThat(page.locator("[role=tabpanel]:visible").getAttribute("aria-labelledby"))
                .isEqualTo("beistand-tab-files");
        page.keyboard().press("ArrowRight");
        shows("panel-tab", "chat");
        page.keyboard().press("End");
        shows("panel-tab", "files");
        page.keyboard().press("Home");
        shows("panel-tab", "chat");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.dataset.action")).isEqualTo("panel-close");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.dataset.action")).isEqualTo("files-send");
    }

    @Test
    void whatComesOnATabThatIsNotShownIsMarkedThereUntilItIs() {
        Desktop desktop = workspace("en", "view", "file_read").welcomesWithCustomer();
        shows("situation", "here");
        new DesktopFiles(desktop).offers(ID, "a.txt", 5);
        page.waitForSelector("[data-tab=files] [data-new='1']");
        page.waitForSelector("[data-action=panel] [data-unread='1']");
        assertThat(page.title()).startsWith("(1) ");
        new DesktopFiles(desktop).offers(ID, "a.txt", 5); // the same again is no news
        page.locator("[data-tab=files]").click();
        desktop.says("one", "Hallo");
        page.waitForSelector("[data-tab=chat] [data-new='1']");
        assertThat(page.locator("[data-tab=files] [data-new='0']").count()).isEqualTo(1);
        page.locator("[data-tab=chat]").click();
        assertThat(page.title()).startsWith("T-1042");
    }

    @Test
    void saysWhyAnOlderProgramOfTheCustomerTakesNoFiles() {
        Participant older = Desktop.participant(Desktop.APPLET, Role.ROLE_APPLET, Desktop.CUSTOMER).toBuilder()
                .clearFeatures()
                .addFeatures("clipboard.1")
                .addFeatures("seal.2")
                .build();
        Desktop desktop = workspace("en", "view", "file_read", "file_write").welcomes(older);
        desktop.viewer().agreesOnKeys(Desktop.APPLET);
        desktop.state();
        shows("files", "unsupported");
        page.locator("[data-tab=files]").click();
        assertThat(page.locator("[data-part=files-unsupported]").textContent()).contains("does not know files yet");
        assertThat(page.locator("[data-action=files-send]").isVisible()).isFalse();
        assertThat(page.locator(".beistand-files h3:visible").count()).isZero();
    }

    @Test
    void nothingCanBeSentBeforeTheCustomerIsHere() {
        workspace("en", "view", "file_write").welcomes();
        shows("situation", "waiting");
        page.locator("[data-tab=files]").click();
        assertThat(page.locator("[data-action=files-send]").isDisabled()).isTrue();
        assertThat(page.locator("[data-part=files-hint]").textContent()).contains("as soon as Anna Beck is here");
    }

    @ParameterizedTest
    @CsvSource({"desk, 1280, 720, LIGHT, de", "dark, 1280, 720, DARK, en", "phone, 360, 720, LIGHT, de"})
    void everyStateHasItsRoom(String name, int width, int height, ColorScheme scheme, String language) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Desktop desktop = workspace(language, "view", "control", "file_read", "file_write")
                .welcomesWithCustomer("view");
        desktop.layout(1920, 1080);
        desktop.picture(1, PaintedDesktop.pixels(1920, 1080), 1920);
        desktop.viewer().await(MessageType.PICTURE_SHOWN, PictureShown.parser());
        shows("situation", "live");
        DesktopFiles files = new DesktopFiles(desktop);
        files.offers(ID, "Fehlerbericht vom 3. März mit einem recht langen Namen, der umbricht.log", 1_234_567);
        page.waitForSelector("[data-action=panel] [data-unread='1']");
        photograph(name, "1-offered");
        if (!page.locator(".beistand-panel").isVisible()) {
            page.locator("[data-action=panel]").click();
        }
        page.locator("[data-tab=files]").click();
        photograph(name, "2-files");
        page.locator("input[name=files]").setInputFiles(new FilePayload[] {
            file("Druckertreiber-4.2.zip", 900_000), file("Anleitung.pdf", 120_000), file("Notiz.txt", 800)
        });
        shows("file-write", "asking");
        photograph(name, "3-asking");
        desktop.decides("file_write", Decision.DECISION_GRANTED);
        FileOffer first = files.awaitOffer();
        files.has(first.getId(), 0);
        files.receives(first.getId(), 0, 327_680);
        page.locator("[data-file='" + ID + "'] [data-action=file-save]").click();
        files.awaitFetch();
        files.piece(ID, 0, new byte[32_768]);
        files.awaitProgress();
        photograph(name, "4-under-way");
        files.tells(first.getId(), FileOutcome.FILE_OUTCOME_NO_ROOM);
        FileOffer second = files.awaitOffer();
        files.taken(second.getId(), new byte[5]);
        files.tells(ID, FileOutcome.FILE_OUTCOME_GONE);
        page.locator(".beistand-file-check:visible summary").first().click();
        photograph(name, "5-ended");
        page.evaluate("() => document.querySelector('.beistand-panel').setAttribute('data-drop', 'true')");
        photograph(name, "6-drop");
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat((boolean) page.evaluate("""
                () => { const files = document.querySelector('.beistand-files'); return files.scrollWidth <= files.clientWidth; }""")).isTrue();
    }

    private static FilePayload file(String name, int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    /** To be looked at by people. */
    private void photograph(String name, String what) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "tour", "files-" + name + "-" + what + ".png")));
    }
}
