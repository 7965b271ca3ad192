package org.beistand.systemtests;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.beistand.systemtests.browser.Chromium;
import org.beistand.systemtests.browser.Desk;
import org.beistand.systemtests.browser.Photograph;
import org.beistand.systemtests.browser.Portal;
import org.beistand.systemtests.browser.Workspace;
import org.beistand.systemtests.desktop.AppletArchive;
import org.beistand.systemtests.desktop.AppletWindow;
import org.beistand.systemtests.desktop.X11Desktop;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.Script;

/**
 * One customer in trouble and one technician: both browsers, the customer's desktop, and the steps of a session that
 * nearly every test begins with.
 */
final class SupportCase implements AutoCloseable {
    /** A no stands for 10 s; the rest is for a slow machine. */
    private static final Duration ASKED_AGAIN_WITHIN = Duration.ofSeconds(40);
    /** Unpacking and starting a Java program on a busy machine. */
    private static final Duration APPLET_IS_THERE_WITHIN = Duration.ofSeconds(180);

    final Chromium chromium;
    final X11Desktop desktop;
    final Path home;
    final Desk desk;
    final Portal portal;
    final String ticket;
    /** The session that the technician has joined; the ticket may know earlier ones. */
    private String session = "";

    private SupportCase(Chromium chromium, X11Desktop desktop, Path home, Desk desk, Portal portal, String ticket) {
        this.chromium = chromium;
        this.desktop = desktop;
        this.home = home;
        this.desk = desk;
        this.portal = portal;
        this.ticket = ticket;
    }

    /** The technician is logged in and has a ticket before them; the customer has the portal and a bare desktop. */
    static SupportCase open(Product product, Path home) {
        Chromium chromium = Chromium.start();
        X11Desktop desktop = X11Desktop.start(home);
        Page technician = chromium.page("en-GB", 1680, 1000);
        Desk desk = Desk.logIn(product, technician, "maria.lindner", Product.DEMO_PASSWORD);
        // What a failed test has left open would come back instead of a new session.
        Desk.list(desk.get("/sessions"))
                .forEach(left -> desk.call("POST", "/sessions/" + left.get("id") + "/end", "{}"));
        String ticket = String.valueOf(desk.anyTicket().get("number"));
        Portal portal = Portal.open(product, chromium.page("en-GB", 900, 1000));
        return new SupportCase(chromium, desktop, home, desk, portal, ticket);
    }

    /** Steps 1 to 4: PIN, terms, download, unpack, start; the applet waits for the technician. */
    AppletWindow bringCustomerIn() {
        desk.openTicket(ticket);
        portal.enterPin(desk.startSession());
        portal.acceptAndStart();
        return startApplet(portal.download(home));
    }

    /** Unpacks the archive and starts the program in it; returns when its window is open. */
    AppletWindow startApplet(Path archive) {
        return startApplet(AppletArchive.unpack(desktop, archive, home));
    }

    /** Starts the program from where it was unpacked, also once more after it has died. */
    AppletWindow startApplet(AppletArchive unpacked) {
        unpacked.start(desktop);
        AppletWindow applet = AppletWindow.opens(desktop);
        Await.until("the portal knows of the program", APPLET_IS_THERE_WITHIN, () -> {
            String stage = portal.stage();
            return stage.equals("technician") || stage.equals("both");
        });
        return applet;
    }

    /** The program's process, wherever it runs below the customer's home folder. */
    ProcessHandle applet() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").startsWith(home.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no applet process"));
    }

    /** Step 5: the technician comes into the workspace and finds the customer there. */
    Workspace join() {
        Workspace workspace = desk.openWorkspace();
        session = workspace.page().url().replaceAll(".*/desk/session/([0-9a-f-]+).*", "$1");
        workspace.awaitSituation("here");
        return workspace;
    }

    /** The technician asks to see, and the customer allows it with a click. */
    void allowView(AppletWindow applet, Workspace workspace) {
        workspace.ask("view");
        applet.allow();
        workspace.awaitSituation("live");
    }

    /** A no stands for ten seconds: who asks earlier is told it once more, and the customer is left in peace. */
    static void askAgain(Workspace workspace, AppletWindow applet) {
        Await.until("the customer is asked again", ASKED_AGAIN_WITHIN, () -> {
            if (workspace.mark("view").equals("off")) {
                workspace.ask("view");
            }
            return applet.isAsking();
        });
    }

    /** Step 6: the technician asks to see and to steer, and the customer allows both with a click. */
    void allowControl(AppletWindow applet, Workspace workspace) {
        allowView(applet, workspace);
        workspace.ask("control");
        applet.allow();
        workspace.awaitPermission("control", "granted");
    }

    /** The entry that the ticket's history has of the session that was joined; waits until it is written. */
    Map<String, Object> aftermath() {
        return Await.value(
                "a session's entry in the ticket's history",
                Duration.ofSeconds(60),
                () -> history().filter(entry -> entry.containsKey("outcome")).findFirst());
    }

    /** What the ticket's history says of this session. */
    Stream<Map<String, Object>> history() {
        return Desk.list(desk.get("/tickets/" + ticket + "/history")).stream()
                .filter(entry -> session.equals(entry.get("sessionId")));
    }

    /** What that entry's transcript says. */
    String transcript(Map<String, Object> entry) {
        return desk.get("/tickets/" + ticket + "/attachments/" + entry.get("transcript"))
                .text();
    }

    /** Keeps what everybody saw last below {@code target/scenes}: the first thing to look at when a test failed. */
    void photograph(String name) {
        Path folder = Script.HOUSE.resolve("system-tests/target/scenes");
        Photograph.of(desk.page(), folder.resolve(name + "-technician.png"));
        Photograph.of(portal.page(), folder.resolve(name + "-customer.png"));
        try {
            ImageIO.write(
                    desktop.picture(),
                    "png",
                    folder.resolve(name + "-desktop.png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program wrote there; nothing while there is no such file. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        desktop.close();
    }
}
