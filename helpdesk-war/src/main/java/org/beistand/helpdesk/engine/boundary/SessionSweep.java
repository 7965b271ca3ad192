package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.session.control.SessionSteps;
import org.beistand.helpdesk.session.control.Sessions;
import org.beistand.helpdesk.session.control.WrongPinTable;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.SessionState;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * Does what time does to the sessions of the current company: PINs run out, sessions reach their end, a lost applet is given
 * up, a summary is written although the applet delivered nothing more. Several nodes may sweep at once: each session is
 * locked while it is looked at, and every step can be taken once only.
 */
@ApplicationScoped
public class SessionSweep {

    /** An applet that has been gone for so long does not come back. */
    static final Duration APPLET_GONE = Duration.ofMinutes(5);

    /** A customer who came and never started the support program. */
    static final Duration NEVER_STARTED = Duration.ofHours(1);

    /** How long an ended session waits for the rest of the applet's journal. */
    static final Duration JOURNAL = Duration.ofSeconds(15);

    private static final Duration WRONG_PINS = Duration.ofMinutes(20);

    @Inject
    Sessions sessions;

    @Inject
    SessionSteps steps;

    @Inject
    WrongPinTable wrongPins;

    @Inject
    RelayDesk relays;

    @Inject
    Clock clock;

    /** Ids of the sessions that time may have an effect on. */
    @Transactional
    public List<UUID> unfinished() {
        return sessions.unfinished();
    }

    /** Looks at one session. */
    @Transactional
    public void look(UUID id) {
        var now = clock.instant();
        sessions.locked(id).ifPresent(session -> {
            if (session.isOver()) {
                writeIfTheAppletIsSilent(session, now);
            } else {
                noticeDeadRelay(session, now);
                overdue(session, now).ifPresent(reason -> steps.end(session, reason));
            }
        });
    }

    public void forgetWrongPins(UUID company) {
        wrongPins.forget(company, clock.instant().minus(WRONG_PINS));
    }

    private void writeIfTheAppletIsSilent(SupportSession session, Instant now) {
        if (session.milestones()
                .endedAt()
                .filter(at -> at.plus(JOURNAL).isBefore(now))
                .isPresent()) {
            steps.summarise(session);
        }
    }

    /** A relay that died reported nobody's leaving. */
    private void noticeDeadRelay(SupportSession session, Instant now) {
        if (session.isAppletHere()
                && session.relayId().filter(relay -> !relays.isLiving(relay)).isPresent()) {
            session.appletLeft(now);
            session.technicianLeft(false);
        }
    }

    static Optional<EndReason> overdue(SupportSession session, Instant now) {
        if (session.state() == SessionState.REQUESTED && !now.isBefore(session.pinExpiresAt())) {
            return Optional.of(EndReason.PIN_EXPIRED);
        }
        if (!now.isBefore(session.invitation().latestEnd())) {
            return Optional.of(EndReason.EXPIRED);
        }
        if (session.appletGoneAt()
                .filter(at -> at.plus(APPLET_GONE).isBefore(now))
                .isPresent()) {
            return Optional.of(EndReason.APPLET_LOST);
        }
        var neverStarted = session.state() == SessionState.WAITING
                && !session.isAppletHere()
                && session.appletGoneAt().isEmpty()
                && session.milestones()
                        .arrivedAt()
                        .filter(at -> at.plus(NEVER_STARTED).isBefore(now))
                        .isPresent();
        return neverStarted ? Optional.of(EndReason.EXPIRED) : Optional.empty();
    }
}
