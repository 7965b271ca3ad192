package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.AppletWindow.State;
import org.beistand.systemtests.desktop.Pictures;
import org.beistand.systemtests.desktop.X11Desktop.Point;
import org.beistand.systemtests.product.Resident;
import org.junit.jupiter.api.Test;

/**
 * One session on real parts, from the ticket to a controlled desktop and back: two browsers, the downloaded program on a
 * real X server, consent by clicks in its window. The nine steps are those of the architecture ("One session").
 */
class NineStepsST extends OneCase {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** After two seconds of rest the picture is exact; the rest is for a machine that does other things as well. */
    private static final Duration EXACT_WITHIN = Duration.ofSeconds(6);

    /** The question waits for 60 s before silence counts as no. */
    private static final Duration SILENCE_IS_NO_WITHIN = Duration.ofSeconds(75);

    private static final String TYPED = "äöüß@{}\\|~€";

    @Test
    void helpsFromTicketToControlledDesktopAndBack() throws IOException {
        support.desk.openTicket(support.ticket);
        String pin = support.desk.startSession();
        assertThat(pin).hasSize(6);
        support.portal.enterPin(pin);
        assertThat(support.portal.text()).contains("Maria Lindner", support.ticket);
        support.portal.acceptAndStart();
        Path archive = support.portal.download(home);
        assertThat(Files.size(archive)).as("bytes of the archive").isLessThan(45_000_000);
        support.desktop.openTerminal();
        AppletWindow applet = support.startApplet(archive);
        applet.awaitState(State.QUIET);

        Workspace workspace = support.join();
        applet.awaitState(State.TOGETHER);
        Await.until(
                "the portal says that both are there",
                SOON,
                () -> support.portal.stage().equals("both"));

        support.allowView(applet, workspace);
        applet.awaitState(State.VIEWED);
        showsTheScreenExactly(workspace);
        nothingIsControlledYet(workspace);

        workspace.ask("control");
        applet.allow();
        applet.awaitState(State.CONTROLLED);
        workspace.awaitPermission("control", "granted");
        clicksLandOnTheirPixel(workspace, "exact");
        clicksLandOnTheirPixel(workspace, "fit");
        typesWhatIsMeant(workspace);
        showsTheScreenExactly(workspace);

        chatsBothWays(workspace, applet);
        comesBackAfterReload(workspace);
        staysSmall();

        applet.end();
        workspace.awaitSituation("ended");
        ticketTellsAboutIt();
    }

    @Test
    void declineAndSilenceAreNoAndTheCustomerCanStop() {
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();

        workspace.ask("view");
        applet.decline();
        workspace.awaitPermission("view", "off");
        workspace.awaitSituation("here");
        applet.awaitState(State.TOGETHER);

        SupportCase.askAgain(workspace, applet);
        applet.awaitNoQuestion(SILENCE_IS_NO_WITHIN);
        workspace.awaitPermission("view", "off");
        applet.awaitState(State.TOGETHER);

        SupportCase.askAgain(workspace, applet);
        applet.allow();
        workspace.awaitSituation("live");
        applet.end();
        workspace.awaitSituation("ended");
        Map<String, Object> entry = support.aftermath();
        assertThat(entry).containsEntry("outcome", "ended_by_customer");
        assertThat(decisions(entry)).containsExactly("view false click", "view false timeout", "view true click");
    }

    @Test
    void closingTheWindowEndsTheSession() {
        AppletWindow applet = support.bringCustomerIn();
        Workspace workspace = support.join();
        applet.window().press("alt+F4");
        workspace.awaitSituation("ended");
        assertThat(support.aftermath()).containsEntry("outcome", "ended_by_customer");
        assertThat(applet.window().isOpen()).isFalse();
    }

    private void showsTheScreenExactly(Workspace workspace) {
        Await.value("every pixel is the screen's", EXACT_WITHIN, () -> {
            Optional<String> difference = Pictures.difference(support.desktop.picture(), workspace.picture());
            difference.ifPresent(System.err::println);
            return difference.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        assertThat(workspace.mark("exact")).isEqualTo("true");
    }

    private void nothingIsControlledYet(Workspace workspace) {
        Point before = support.desktop.pointer();
        workspace.click(640, 700);
        workspace.page().keyboard().type("x");
        showsTheScreenExactly(workspace);
        assertThat(support.desktop.pointer()).isEqualTo(before);
    }

    private void clicksLandOnTheirPixel(Workspace workspace, String mode) {
        workspace.mode(mode);
        Path log = home.resolve("xev.log");
        Process target = support.desktop.launch("xev", "-geometry", "240x160+300+520", "-event", "button");
        support.desktop.awaitWindow("Event Tester", SOON);
        for (Point pixel : List.of(new Point(321, 587), new Point(478, 655))) {
            workspace.click(pixel.x(), pixel.y());
            Await.until(
                    "the pointer is at " + pixel + " (" + mode + "), not " + support.desktop.pointer(),
                    SOON,
                    () -> support.desktop.pointer().equals(pixel));
            String told = "root:(%d,%d)".formatted(pixel.x(), pixel.y());
            Await.until(
                    "the program under the pointer got the click: " + told,
                    SOON,
                    () -> SupportCase.read(log).contains(told));
        }
        target.destroy();
    }

    private void typesWhatIsMeant(Workspace workspace) {
        workspace.mode("exact");
        workspace.click(200, 200);
        workspace.page().keyboard().type("echo '" + TYPED + "' > typed.txt");
        workspace.page().keyboard().press("Enter");
        Path file = home.resolve("typed.txt");
        Await.until(
                "the command was carried out",
                SOON,
                () -> Files.exists(file) && !SupportCase.read(file).isEmpty());
        assertThat(SupportCase.read(file)).isEqualTo(TYPED + "\n");
    }

    private void chatsBothWays(Workspace workspace, AppletWindow applet) {
        workspace.say("Hello <b>there</b><script>document.title='hacked'</script>");
        applet.say(support.desktop, "Thanks <img src=x onerror=alert(1)> Maria");
        Locator lines = workspace.chatLines();
        Await.until("both lines are in the chat", SOON, () -> lines.count() == 2);
        assertThat(lines.allInnerTexts())
                .containsExactly(
                        "Hello <b>there</b><script>document.title='hacked'</script>",
                        "Thanks <img src=x onerror=alert(1)> Maria");
        assertThat(workspace.page().title()).doesNotContain("hacked");
    }

    private void comesBackAfterReload(Workspace workspace) {
        workspace.page().reload();
        workspace.awaitSituation("live");
        workspace.awaitPermission("control", "granted");
        assertThat(workspace.chatLines().count()).isEqualTo(2);
        showsTheScreenExactly(workspace);
    }

    private void staysSmall() {
        ProcessHandle applet = support.applet();
        long[] megabytes = {
            Resident.megabytes(product.helpdesk()), Resident.megabytes(product.relay()), Resident.megabytes(applet)
        };
        System.err.printf(
                "resident: helpdesk %d MB, relay %d MB, applet %d MB%n", megabytes[0], megabytes[1], megabytes[2]);
        assertThat(megabytes[0]).as("helpdesk, MB").isLessThan(900);
        assertThat(megabytes[1]).as("relay, MB").isLessThan(200);
        assertThat(megabytes[2]).as("applet, MB").isLessThan(250);
    }

    private void ticketTellsAboutIt() {
        Map<String, Object> entry = support.aftermath();
        assertThat(entry).containsEntry("outcome", "ended_by_customer");
        assertThat(decisions(entry)).containsExactly("view true click", "control true click");
        assertThat(String.valueOf(entry.get("participants"))).contains("Maria Lindner");
        assertThat(Long.parseLong(String.valueOf(entry.get("durationSeconds")))).isPositive();
        String transcript = support.desk
                .get("/tickets/" + support.ticket + "/attachments/" + entry.get("transcript"))
                .text();
        assertThat(transcript).contains("Hello <b>there</b>", "Thanks <img src=x", "Maria Lindner", support.ticket);
    }

    private static List<String> decisions(Map<String, Object> entry) {
        return entry.get("permissions") instanceof List<?> list
                ? list.stream().map(NineStepsST::decision).toList()
                : List.of();
    }

    private static String decision(Object one) {
        Map<?, ?> decided = (Map<?, ?>) one;
        return decided.get("permission") + " " + decided.get("granted") + " " + decided.get("authorisedBy");
    }
}
