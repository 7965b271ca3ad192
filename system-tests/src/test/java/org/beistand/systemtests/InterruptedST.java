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

/** The session outlives the death of the customer's program, which asks again for what it was allowed. */
@ExtendWith(ProductExtension.class)
class InterruptedST {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private SupportCase support;

    @BeforeEach
    void open(Product running) {
        support = SupportCase.open(running, home);
    }

    @AfterEach
    void close(TestInfo test) {
        support.end(test);
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
                SOON,
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
}
