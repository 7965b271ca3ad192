package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.control.TapeFiles;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.session.control.Sessions;

/** Deletes what the current company has kept long enough. Several nodes may do so at once: a tape is locked first. */
@ApplicationScoped
@Transactional
public class RecordingRetention {

    private static final String SYSTEM = "system";

    @Inject
    RecordingPolicies policies;

    @Inject
    Tapes tapes;

    @Inject
    TapeFiles files;

    @Inject
    Sessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Tapes whose time is over. */
    public List<UUID> due() {
        return tapes.untouchedSince(oldest());
    }

    /** The file first: if that fails, the row still tells that there is one, and the next turn tries again. */
    public void delete(UUID id) {
        tapes.locked(id).filter(tape -> tape.lastAt().isBefore(oldest())).ifPresent(this::delete);
    }

    private void delete(Tape tape) {
        files.delete(tape.id());
        tapes.remove(tape);
        var label = tape.label();
        audit.record(
                SYSTEM,
                "recording.deleted",
                sessions.byId(tape.sessionId())
                        .map(RecordingArchive::subject)
                        .orElseGet(() -> tape.sessionId().toString()),
                label.technicianName() + ", " + label.startedAt() + ", tape " + tape.id());
    }

    private Instant oldest() {
        return clock.instant().minus(Duration.ofDays(policies.policy().keepDays()));
    }
}
