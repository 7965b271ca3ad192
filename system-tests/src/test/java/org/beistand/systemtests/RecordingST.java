package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.systemtests.browser.Archive;
import org.beistand.systemtests.browser.Desk;
import org.beistand.systemtests.browser.Photograph;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.Pictures;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A session is recorded from the customer's yes to the customer's no, and played by an administrator with the company's
 * passphrase: real program, relay, helpdesk and browsers.
 */
class RecordingST extends OneCase {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int DESK_WIDTH = 640;
    private static final int BELOW_THE_TITLE = 430;
    private static final String PASSPHRASE = "Nebel über dem Hafen";

    private Desk administrator;
    private Archive archive;

    @BeforeEach
    void decide() {
        Page page = support.chromium.page("en-GB", 1280, 720);
        administrator = Desk.logIn(product, page, "stefan.vogt", Product.DEMO_PASSWORD);
        archive = new Archive(product, page);
        archive.makeKey(PASSPHRASE);
        archive.record("ON_REQUEST");
    }

    @AfterEach
    void recordNoMore() {
        archive.record("NEVER");
    }

    @Test
    void isPlayedWithThePassphraseAndHasNothingFromBeforeTheYesOrAfterTheNo() throws Exception {
        support.desktop.openTerminal();
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        support.allowView(applet, workspace);
        workspace.say("before the yes");

        workspace.ask("record");
        applet.allow();
        workspace.awaitPermission("record", "granted");
        workspace.awaitSituation("live");
        workspace.page().locator("[data-part='record']").waitFor();
        workspace.say("between yes and no");
        support.desktop.launch("xterm", "-geometry", "50x10+40+380", "-bg", "#204060", "-T", "blue", "-e", "sleep 600");
        support.desktop.awaitWindow("blue", SOON);
        workspace.awaitMark("exact", "true");
        BufferedImage seen = settled(workspace);
        support.photograph("recording-technician");

        applet.withdrawLast();
        workspace.awaitPermission("record", "off");
        workspace.awaitSituation("live");
        workspace.say("after the no");
        applet.end();
        workspace.awaitSituation("ended");

        Map<String, Object> entry = support.aftermath();
        String session = String.valueOf(entry.get("sessionId"));
        Await.until("the recording is whole", SOON, () -> isWhole(session));
        isForAdministratorsOnly(session);
        isPlayed(session, seen);
        isInTicketAndAudit(session);
    }

    @Test
    void whereEverythingIsRecordedNothingIsSeenWithoutIt() throws Exception {
        archive.record("ALWAYS");
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        workspace.ask("view");
        applet.decline();
        workspace.awaitPermission("view", "off");
        assertThat(workspace.mark("situation")).isNotEqualTo("live");

        SupportCase.askAgain(workspace, applet);
        applet.allow();
        workspace.awaitSituation("live");
        workspace.awaitPermission("record", "granted");
        applet.withdrawLast();
        workspace.awaitPermission("record", "off");
        workspace.awaitPermission("view", "off");
        applet.end();
        workspace.awaitSituation("ended");

        String session = String.valueOf(support.aftermath().get("sessionId"));
        Await.until("the recording is whole", SOON, () -> isWhole(session));
        archive.open(link(session), PASSPHRASE);
        archive.playToTheEnd();
        assertThat(archive.events()).anyMatch(event -> event.contains("Taken back"));
    }

    /** kill -9 of the relay in the middle: the session goes on and is recorded again, and what was recorded is there. */
    @Test
    void aKilledRelayLeavesBothPartsAndTheGapIsSaid() throws Exception {
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        support.allowView(applet, workspace);
        workspace.ask("record");
        applet.allow();
        workspace.awaitPermission("record", "granted");
        workspace.awaitSituation("live");
        workspace.say("before the kill");
        // What is still on its way to the disk is lost with the relay; a second is long.
        workspace.page().waitForTimeout(1500);

        List<ProcessHandle> killed = product.relays();
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(relay -> relay.onExit().join());
        workspace.say("after the kill");
        workspace.awaitSituation("live");
        workspace.awaitPermission("record", "granted");
        Locator unkept = workspace.page().locator(".beistand-pending");
        Await.until("the applet has the line", SOON, () -> !unkept.last().isVisible());
        applet.end();
        workspace.awaitSituation("ended");

        String session = String.valueOf(support.aftermath().get("sessionId"));
        Await.until("both parts are there", SOON, () -> wholeTapes(session) == 2);
        archive.open(link(session), PASSPHRASE);
        archive.playToTheEnd();
        assertThat(String.join("\n", archive.events()))
                .containsSubsequence("before the kill", "breaks off", "after the kill", "Recording ends");
    }

    /** The picture does not change any more. */
    private static BufferedImage settled(Workspace workspace) {
        return Await.value("a picture at rest", SOON, () -> {
            BufferedImage first = workspace.picture();
            workspace.page().waitForTimeout(700);
            return Pictures.difference(first, workspace.picture()).isEmpty() ? Optional.of(first) : Optional.empty();
        });
    }

    private boolean isWhole(String session) {
        return wholeTapes(session) == 1;
    }

    /** How many there are; 0 while one of them is not whole yet. */
    private int wholeTapes(String session) {
        APIResponse answer = administrator.get("/sessions/" + session + "/recording");
        if (!answer.ok() || !(Desk.object(answer).get("tapes") instanceof List<?> tapes)) {
            return 0;
        }
        boolean all = tapes.stream()
                .allMatch(tape -> tape instanceof Map<?, ?> row && Boolean.TRUE.equals(row.get("complete")));
        return all ? tapes.size() : 0;
    }

    private void isForAdministratorsOnly(String session) {
        assertThat(support.desk.get("/sessions/" + session + "/recording").status())
                .isEqualTo(403);
        Page technician = support.desk.page();
        assertThat(technician.navigate(link(session)).status()).isEqualTo(403);
    }

    private String link(String session) {
        return product.at("/desk/recording/" + session).toString();
    }

    private void isPlayed(String session, BufferedImage seen) {
        archive.open(link(session), PASSPHRASE);
        archive.playToTheEnd();
        assertThat(differenceOnTheDesk(seen)).isEmpty();
        photograph("recording-player");
        archive.goTo("between yes and no");
        assertThat(differenceOnTheDesk(seen)).as("before the window").isPresent();
        archive.goToEnd();
        assertThat(differenceOnTheDesk(seen)).isEmpty();
        String said = String.join("\n", archive.events());
        assertThat(said).contains("between yes and no").doesNotContain("after the no");
    }

    /** Where nothing changes but by the window that was opened: neither its title nor the applet's own window. */
    private Optional<String> differenceOnTheDesk(BufferedImage seen) {
        return Pictures.difference(desk(seen), desk(archive.picture()));
    }

    private static BufferedImage desk(BufferedImage screen) {
        return screen.getSubimage(0, BELOW_THE_TITLE, DESK_WIDTH, screen.getHeight() - BELOW_THE_TITLE);
    }

    private void isInTicketAndAudit(String session) {
        archive.page().navigate(product.at("/desk/tickets/" + support.ticket).toString());
        archive.page()
                .locator("a[href$='/desk/recording/" + session + "']")
                .first()
                .waitFor();
        archive.page().navigate(product.at("/admin/audit").toString());
        assertThat(archive.page().locator("table").first().innerText())
                .contains("recording.viewed", "recording.key_created");
        archive.page().navigate(product.at("/admin/recordings").toString());
        photograph("recording-administration");
    }

    private void photograph(String name) {
        Path folder = Script.HOUSE.resolve("system-tests/target/scenes");
        Photograph.of(archive.page(), folder.resolve(name + ".png"));
    }
}
