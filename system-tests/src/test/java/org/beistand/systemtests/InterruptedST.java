package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletArchive;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.AppletWindow.State;
import org.junit.jupiter.api.Test;

/** The session outlives the death of the customer's program, which asks again for what it was allowed. */
class InterruptedST extends OneCase {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void anAppletThatDiedComesBackToItsSessionAndAsksAgain() {
        support.desk.openTicket(support.ticket);
        support.portal.enterPin(support.desk.startSession());
        support.portal.acceptAndStart();
        AppletArchive unpacked = AppletArchive.unpack(support.desktop, support.portal.download(home), home);
        AppletWindow applet = support.startApplet(unpacked);
        Workspace workspace = support.join();
        support.allowView(applet, workspace);
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
        support.allowView(again, workspace);
        again.awaitState(State.VIEWED);
        assertThat(workspace.chatLines().allInnerTexts()).containsExactly("Before it died");
        again.end();
        workspace.awaitSituation("ended");
        Map<String, Object> entry = support.aftermath();
        assertThat(support.transcript(entry)).containsOnlyOnce("Before it died");
        assertThat(entry.get("permissions")).asList().hasSize(2);
    }
}
