package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.control.TapeFiles;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.entity.SupportSession;

/** What administrators see of recordings. Each look at one leaves a line in the audit. */
@ApplicationScoped
@Transactional
public class RecordingArchive {

    /** What a page shows; older ones are found by their ticket. */
    static final int NEWEST = 50;

    @Inject
    Tapes tapes;

    @Inject
    TapeFiles files;

    @Inject
    RecordingPolicies policies;

    @Inject
    Sessions sessions;

    @Inject
    CurrentCaller current;

    @Inject
    AuditLog audit;

    /** Bytes to be read. @param bytes how many: the file may be growing */
    public record OpenTape(Path file, long bytes) {}

    /** A recorded session in a list. */
    public record Card(
            UUID sessionId, Instant startedAt, String ticketNumber, String customer, String technicians, long bytes) {}

    /** @throws NotFoundException when nothing was recorded, or the session is another company's */
    public SessionRecording recording(UUID sessionId) {
        current.require(Role.ADMINISTRATOR);
        var session = session(sessionId);
        var recorded = tapes.ofSession(sessionId);
        if (recorded.isEmpty()) {
            throw new NotFoundException("recording of session " + sessionId);
        }
        var keys = recorded.stream().map(tape -> tape.label().keyId()).collect(Collectors.toSet());
        return SessionRecording.of(session, recorded, policies.keys(keys));
    }

    /**
     * Somebody looks at a tape.
     *
     * @throws NotFoundException when the session has no such tape, or its file is lost
     */
    public OpenTape look(UUID sessionId, UUID tapeId) {
        var caller = current.require(Role.ADMINISTRATOR);
        var session = session(sessionId);
        Tape tape = tapes.byId(tapeId)
                .filter(found -> found.sessionId().equals(sessionId))
                .orElseThrow(() -> new NotFoundException("tape " + tapeId));
        long bytes = Math.min(tape.bytes(), files.size(tapeId));
        if (bytes == 0 && tape.bytes() > 0) {
            throw new NotFoundException("file of tape " + tapeId);
        }
        audit.record(
                caller.name(),
                "recording.viewed",
                subject(session),
                tape.label().technicianName() + ", tape " + tapeId);
        return new OpenTape(files.file(tapeId), bytes);
    }

    /** The newest recorded sessions, newest first. */
    public List<Card> newest() {
        current.require(Role.ADMINISTRATOR);
        var ids = tapes.newestSessions(NEWEST);
        var bySession = tapes.ofSessions(ids).stream().collect(Collectors.groupingBy(Tape::sessionId));
        return ids.stream()
                .map(id -> card(session(id), bySession.getOrDefault(id, List.of())))
                .toList();
    }

    /** How the audit names a recorded session. */
    static String subject(SupportSession session) {
        return session.invitation().ticketNumber() + ", session " + session.id();
    }

    private SupportSession session(UUID id) {
        return sessions.byId(id).orElseThrow(() -> new NotFoundException("session " + id));
    }

    private static Card card(SupportSession session, List<Tape> recorded) {
        return new Card(
                session.id(),
                recorded.getFirst().label().startedAt(),
                session.invitation().ticketNumber(),
                session.invitation().customerName(),
                recorded.stream()
                        .map(tape -> tape.label().technicianName())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                recorded.stream().mapToLong(Tape::bytes).sum());
    }
}
