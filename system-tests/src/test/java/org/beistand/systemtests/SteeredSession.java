package org.beistand.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletWindow;

/**
 * A session in which the technician types into a terminal of the customer's and says things. It keeps what was typed and
 * said, to compare with what has arrived: all of it, once and in order.
 */
final class SteeredSession {
    private static final Duration SOON = Duration.ofSeconds(40);

    final SupportCase support;
    final AppletWindow applet;
    final Workspace workspace;
    private final StringBuilder typed = new StringBuilder();
    private final List<String> said = new ArrayList<>();

    private SteeredSession(SupportCase support, AppletWindow applet, Workspace workspace) {
        this.support = support;
        this.applet = applet;
        this.workspace = workspace;
    }

    /** Steps 1 to 7: the customer is there and has allowed mouse and keyboard; what is typed goes into a file. */
    static SteeredSession begin(SupportCase support) {
        AppletWindow applet = support.bringCustomerIn();
        support.desktop.openTerminal();
        Workspace workspace = support.join();
        support.allowControl(applet, workspace);
        SteeredSession session = new SteeredSession(support, applet, workspace);
        session.takeKeyboard();
        session.line("cat > typed.txt");
        // Until the program reads, an Enter is the shell's, and ends no line.
        Await.until("the program reads", SOON, () -> Files.exists(session.file()));
        session.typed.setLength(0);
        return session;
    }

    /** The terminal gets what is typed from now on. */
    void takeKeyboard() {
        workspace.click(200, 200);
    }

    /** Types a line and Enter, and does not wait for anything. */
    void line(String text) {
        typed.append(text).append('\n');
        workspace.typeLine(text);
    }

    /** Presses Ctrl+V; this line is in the technician's clipboard. */
    void paste(String line) {
        typed.append(line);
        workspace.page().keyboard().press("Control+v");
    }

    /** Writes a line into the chat and sends it. */
    void say(String words) {
        said.add(words);
        workspace.say(words);
    }

    /** Both ends are there, and the technician sees and steers. */
    void awaitWhole(Duration limit) {
        Await.until("the session goes on", limit, workspace::isWhole);
    }

    /** The program at the customer's has got everything that was typed so far, and nothing else. */
    void awaitTyped(Duration limit) {
        String expected = typed.toString();
        Await.until("all lines are typed", limit, () -> arrived().length() >= expected.length());
        assertThat(arrived()).isEqualTo(expected);
    }

    /** The customer ends it; gives what the ticket tells of it, in which everything said stands once and in order. */
    Map<String, Object> end() {
        applet.end();
        workspace.awaitSituation("ended");
        Map<String, Object> entry = support.aftermath();
        String transcript = support.transcript(entry);
        int at = -1;
        for (String words : said) {
            assertThat(transcript).containsOnlyOnce(words);
            assertThat(transcript.indexOf(words)).as(words).isGreaterThan(at);
            at = transcript.indexOf(words);
        }
        return entry;
    }

    List<String> said() {
        return List.copyOf(said);
    }

    private String arrived() {
        return SupportCase.read(file());
    }

    private Path file() {
        return support.home.resolve("typed.txt");
    }
}
