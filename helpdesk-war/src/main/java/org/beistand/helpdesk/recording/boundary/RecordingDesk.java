package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.recording.control.RecordingPolicies;
import org.beistand.helpdesk.recording.control.TapeFiles;
import org.beistand.helpdesk.recording.control.Tapes;
import org.beistand.helpdesk.recording.entity.RecordingPolicy.Mode;
import org.beistand.helpdesk.recording.entity.StorageFullException;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.recording.entity.TapeTakenException;
import org.beistand.helpdesk.recording.entity.UnfitTapeException;
import org.beistand.helpdesk.session.control.Sessions;

/**
 * What the engine asks about recording and delivers of it, for the current company. Relays deliver at least once and after
 * any delay, so everything here may be repeated.
 */
@ApplicationScoped
@Transactional
public class RecordingDesk {

    private static final Logger LOG = Logger.getLogger(RecordingDesk.class.getName());

    /** No relay keeps a tape for so long; a clock that says so is wrong. */
    private static final Duration OLDEST = Duration.ofDays(366);

    @Inject
    RecordingPolicies policies;

    @Inject
    Sessions sessions;

    @Inject
    Tapes tapes;

    @Inject
    TapeFiles files;

    @Inject
    Clock clock;

    /**
     * How the company records.
     *
     * @param always the customer is asked before anything is seen
     * @param publicKey in base64url
     */
    public record Terms(boolean always, UUID keyId, String publicKey) {}

    /** Empty for a company that never records. */
    public Optional<Terms> terms() {
        var policy = policies.policy();
        return policy.records()
                ? policies.currentKey()
                        .map(key -> new Terms(
                                policy.mode() == Mode.ALWAYS,
                                key.id(),
                                key.material().publicKey()))
                : Optional.empty();
    }

    /** What nobody of the company may ask a customer for. */
    public Set<Permission> denied() {
        return policies.policy().records() ? Set.of() : Set.of(Permission.RECORD);
    }

    /**
     * A connection is being recorded. What the customer was told holds to the session's end, also when the company has
     * decided meanwhile to record no more.
     *
     * @throws NotFoundException when there is no such session
     * @throws UnfitTapeException when nobody could ever play it
     * @throws TapeTakenException when another session's tape has that id
     */
    public void announce(UUID id, UUID sessionId, Tape.Label label) {
        // Locked, so that of one announcement that comes twice at a time the second finds the first.
        var session = sessions.locked(sessionId).orElseThrow(() -> new NotFoundException("session " + sessionId));
        if (isKnown(id, sessionId)) {
            return;
        }
        if (policies.key(label.keyId()).isEmpty()) {
            throw new UnfitTapeException("a key of somebody else");
        }
        var now = clock.instant();
        var credible = label.startedAt().isAfter(now) || label.startedAt().isBefore(now.minus(OLDEST))
                ? label.startedAt(now)
                : label;
        tapes.add(new Tape(id, sessionId, session.invitation().ticketId(), credible, now));
        LOG.log(Level.INFO, "A recording begins");
    }

    private boolean isKnown(UUID id, UUID sessionId) {
        var company = tapes.companyOf(id);
        if (company.isEmpty()) {
            return false;
        }
        var same = company.get().equals(CurrentCompany.require())
                && tapes.byId(id)
                        .filter(tape -> tape.sessionId().equals(sessionId))
                        .isPresent();
        if (!same) {
            throw new TapeTakenException();
        }
        return true;
    }

    /** Whose a tape is, before anybody knows the company. */
    public Optional<UUID> companyOf(UUID tape) {
        return tapes.companyOf(tape);
    }

    /**
     * Takes a piece of a tape. What is there already is not changed, and nothing is written behind a gap.
     *
     * @param offset of the piece in the tape
     * @param last whether the tape ends with it
     * @return how much of the tape is here: the relay goes on there
     * @throws NotFoundException when there is no such tape (any more)
     * @throws StorageFullException when there is no room just now
     */
    public long take(UUID id, long offset, byte[] piece, boolean last) {
        Tape tape = tapes.locked(id).orElseThrow(() -> new NotFoundException("tape " + id));
        // A file that was lost, or put back from an older backup, is told here, while the relay may still have the
        // rest.
        long kept = Math.min(tape.bytes(), files.size(id));
        long end = offset + piece.length;
        if (tape.isWhole() || offset > kept) {
            return kept;
        }
        Instant now = clock.instant();
        if (end > kept) {
            files.write(id, kept, piece, Math.toIntExact(kept - offset));
            kept = end;
        }
        if (kept != tape.bytes()) {
            tape.reach(kept, now);
        }
        if (last) {
            tape.complete(now);
            LOG.log(Level.INFO, "A recording is complete, {0} bytes", kept);
        }
        return kept;
    }
}
