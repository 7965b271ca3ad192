package org.beistand.applet;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.platform.Platform;
import org.beistand.applet.session.Admission;
import org.beistand.applet.session.SessionView;
import org.beistand.applet.session.StartFailed;
import org.beistand.applet.session.SupportSession;
import org.beistand.applet.window.SessionWindow;

/**
 * Read this first. The customer's desktop program: opens its window, reads {@code session.jws} beside the program, and
 * runs that one session to its end. Then it is gone; nothing is installed.
 *
 * <p>{@code consent} has the last word on everything, {@code session} holds the threads together, {@code capture} and
 * {@code encode} make the picture, {@code input} moves the pointer, {@code platform} knows the operating system, {@code
 * window} is what the customer sees.
 */
public final class Applet {

    private static final Logger LOG = Logger.getLogger(Applet.class.getName());

    /** System property with the folder of the program, set by the start script. */
    private static final String HOME_PROPERTY = "beistand.home";

    private final Clock clock = Clock.systemUTC();

    /** The customer closed the window: the process goes when the session's last words are said. */
    private final AtomicBoolean windowClosed = new AtomicBoolean();

    private final AtomicBoolean sessionRuns = new AtomicBoolean();

    private Applet() {}

    /** @param args optionally the path of the manifest */
    public static void main(String[] args) {
        LogFile.open();
        Path manifest = args.length > 0
                ? Path.of(args[0])
                : Path.of(System.getProperty(HOME_PROPERTY, ".")).resolve("session.jws");
        new Applet().run(manifest);
    }

    private void run(Path manifest) {
        LOG.log(Level.INFO, "{0} on {1}", new Object[] {software(), Platform.name()});
        EventQueue.invokeLater(() -> {
            SessionWindow window = SessionWindow.open(clock, this::closed);
            Thread.ofPlatform().name("start").start(() -> begin(manifest, window));
        });
    }

    private void begin(Path manifest, SessionWindow window) {
        sessionRuns.set(true);
        try {
            Platform platform = Platform.here(System.getenv());
            SupportSession session = Admission.begin(manifest, software(), platform, clock, window, this::sessionOver);
            window.connect(session);
            if (windowClosed.get()) {
                session.end();
            }
        } catch (StartFailed failed) {
            LOG.log(Level.WARNING, "no session: " + failed.key(), failed);
            fail(window, failed.key());
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "no session", failed);
            fail(window, "start.failed");
        }
    }

    private void fail(SessionWindow window, String key) {
        window.show(SessionView.starting().failed(key));
        sessionOver();
    }

    private void closed() {
        windowClosed.set(true);
        exitIfDone();
    }

    private void sessionOver() {
        sessionRuns.set(false);
        exitIfDone();
    }

    private void exitIfDone() {
        if (windowClosed.get() && !sessionRuns.get()) {
            System.exit(0);
        }
    }

    private static String software() {
        return "beistand-applet "
                + Optional.ofNullable(Applet.class.getPackage().getImplementationVersion())
                        .orElse("development");
    }
}
