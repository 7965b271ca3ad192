package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.helpdesk.identity.boundary.CompanyTurns;
import org.beistand.helpdesk.identity.boundary.HelpdeskStarted;

/** Lets every company clear its recordings away once an hour. */
@ApplicationScoped
public class RetentionClock {

    private static final Logger LOG = Logger.getLogger(RetentionClock.class.getName());
    private static final int HOUR = 3_600;

    @Inject
    CompanyTurns turns;

    @Inject
    RecordingRetention retention;

    public void onStart(@Observes HelpdeskStarted started) {
        turns.every(HOUR, "recording-retention", this::sweep);
    }

    private void sweep() {
        retention.due().forEach(this::delete);
    }

    /** One that cannot be deleted keeps no other one. */
    private void delete(UUID tape) {
        try {
            retention.delete(tape);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "A recording could not be deleted; the next turn tries again", failed);
        }
    }
}
