package org.beistand.applet.session;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.applet.platform.Platform;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.grant.SessionManifest;

/** From the manifest beside the program to a session that may start. */
public final class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class.getName());
    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final long BETWEEN_ATTEMPTS = TimeUnit.SECONDS.toNanos(1);

    private Admission() {}

    /**
     * Reads and verifies the manifest and starts its session. Waits for the network.
     *
     * @param manifest path of session.jws
     * @param software name and version of this program
     * @param whenOver called once the session has ended and its last words are said
     * @throws StartFailed with the key of what to tell the customer
     */
    public static SupportSession begin(
            Path manifest, String software, Platform platform, Clock clock, SessionDisplay display, Runnable whenOver) {
        ManifestFile file = ManifestFile.read(manifest);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIME)
                .build();
        Helpdesk helpdesk = new Helpdesk(http, file.helpdesk());
        SessionManifest verified = file.verify(keys(helpdesk), clock);
        AppletHello self = new AppletHello(software, Platform.name(), null);
        HttpClient relays = RelayConnection.client();
        WayIn wayIn = new WayIn(relays, self, clock);
        SupportSession session = new SupportSession(verified, helpdesk, wayIn, platform, clock, display, whenOver);
        session.start();
        Rehearsal.begin(relays, platform.lossy().photos(), clock);
        return session;
    }

    private static Map<String, PublicKey> keys(Helpdesk helpdesk) {
        IOException last = new IOException("never tried");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return helpdesk.keys();
            } catch (IOException | IllegalArgumentException unreachable) {
                LOG.log(Level.INFO, "the helpdesk gives no keys: {0}", unreachable.toString());
                last = new IOException(unreachable);
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new StartFailed("start.unreachable", closing);
            }
        }
        throw new StartFailed("start.unreachable", last);
    }
}
