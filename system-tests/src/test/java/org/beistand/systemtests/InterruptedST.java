package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletArchive;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.AppletWindow.State;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The session outlives the death of what carries it, and nothing that was typed or said is lost or doubled. */
@ExtendWith(ProductExtension.class)
class InterruptedST {

    /** A relay that was killed is started again by the script and both ends come back to it. */
    private static final Duration WHOLE_AGAIN_WITHIN = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private SupportCase support;
    private Product product;

    @BeforeEach
    void open(Product running) {
        product = running;
        support = SupportCase.open(running, home);
    }

    @AfterEach
    void close(TestInfo test) {
        support.end(test);
    }

    @Test
    void typesAndChatsOnThroughTheDeathOfTheRelay() {
        AppletWindow applet = support.bringCustomerIn();
        support.desktop.openTerminal();
        Workspace workspace = support.join();
        workspace.ask("view");
        applet.allow();
        workspace.awaitSituation("live");
        workspace.ask("control");
        applet.allow();
        workspace.awaitPermission("control", "granted");
        workspace.click(200, 200);
        workspace.typeLine("cat > typed.txt");
        StringBuilder expected = new StringBuilder();
        for (int line = 1; line <= 6; line++) {
            if (line == 2 || line == 5) {
                product.relay().destroyForcibly();
            }
            workspace.typeLine("line " + line + " äöü@{}€");
            expected.append("line ").append(line).append(" äöü@{}€\n");
            if (line == 2) {
                workspace.say("Said while the relay was dead");
                awaitWhole(workspace);
                workspace.click(200, 200);
            }
        }
        awaitWhole(workspace);
        workspace.click(200, 200);
        workspace.typeLine("the end");
        expected.append("the end\n");
        Path file = home.resolve("typed.txt");
        Await.until(
                "all lines are typed",
                WHOLE_AGAIN_WITHIN,
                () -> SupportCase.read(file).endsWith("the end\n"));
        assertThat(SupportCase.read(file)).isEqualTo(expected.toString());
        applet.awaitState(State.CONTROLLED);
        applet.end();
        workspace.awaitSituation("ended");
        Map<String, Object> entry = support.aftermath();
        assertThat(support.transcript(entry)).containsOnlyOnce("Said while the relay was dead");
        assertThat(entry.get("permissions")).asList().hasSize(2);
    }

    @Test
    void anAppletThatDiedComesBackToItsSessionAndAsksAgain() {
        support.desk.openTicket(support.ticket);
        support.portal.enterPin(support.desk.startSession());
        support.portal.acceptAndStart();
        AppletArchive unpacked = AppletArchive.unpack(support.desktop, support.portal.download(home), home);
        AppletWindow applet = support.startApplet(unpacked);
        Workspace workspace = support.join();
        workspace.ask("view");
        applet.allow();
        workspace.awaitSituation("live");
        workspace.say("Before it died");
        Await.until(
                "the line is kept",
                WHOLE_AGAIN_WITHIN,
                () -> workspace.chatLines().allInnerTexts().equals(List.of("Before it died")));
        support.applet().destroyForcibly();
        workspace.awaitSituation("away");
        AppletWindow again = support.startApplet(unpacked);
        workspace.awaitSituation("here");
        again.awaitState(State.TOGETHER);
        assertThat(workspace.mark("view")).isEqualTo("off");
        workspace.ask("view");
        again.allow();
        workspace.awaitSituation("live");
        again.awaitState(State.VIEWED);
        assertThat(workspace.chatLines().allInnerTexts()).containsExactly("Before it died");
        again.end();
        workspace.awaitSituation("ended");
        Map<String, Object> entry = support.aftermath();
        assertThat(support.transcript(entry)).containsOnlyOnce("Before it died");
        assertThat(entry.get("permissions")).asList().hasSize(2);
    }

    private static void awaitWhole(Workspace workspace) {
        Await.until("the session goes on", WHOLE_AGAIN_WITHIN, workspace::isWhole);
    }
}
