package org.beistand.engine.relay;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import org.beistand.engine.relay.door.Timing;
import org.beistand.engine.relay.rehearsal.Rehearsal;
import org.beistand.engine.relay.session.ForwardingRules;

/**
 * Read this first. The relay process: joins the applet and the technicians of a session and forwards frames it does not
 * understand. It has no database, never sees a PIN, and can be killed at any time: both ends come back with new grants.
 *
 * <p>A connection's way in: {@code door.WebSocketDoor} (origin, throttle), {@code door.Connection} (Hello),
 * {@code admission.Admission} (grant), {@code session.Sessions} and {@code session.LiveSession} (who hears what),
 * {@code door.Outbound} (the queue towards a receiver). {@code helpdesk.HelpdeskLink} reports and obeys.
 */
public final class Relay {

    /** Time, level, relay, message, stack trace: one line that a machine can take apart. */
    private static final String LOG_FORMAT = "%%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s relay=%s %%5$s%%6$s%%n";

    private Relay() {}

    /** Runs until SIGTERM, or until it was drained; {@code --rules} prints what the relay lets pass, and ends. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--rules")) {
            System.out.println(ForwardingRules.print());
            return;
        }
        try {
            RelaySettings settings = RelaySettings.ofProcess();
            if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
                System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT.formatted(settings.id()));
            }
            RunningRelay relay = RunningRelay.start(settings, Timing.USUAL, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(relay::close));
            relay.drained().thenRun(() -> System.exit(0));
            if (Boolean.getBoolean(Rehearsal.PROPERTY)) {
                Rehearsal.begin();
            }
        } catch (RelaySettings.Unusable unusable) {
            System.err.println("The relay cannot start: " + unusable.getMessage());
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("The relay cannot start: " + failed.getMessage());
            System.exit(1);
        } catch (Exception failed) {
            System.err.println("The relay cannot start: " + failed);
            System.exit(1);
        }
    }
}
