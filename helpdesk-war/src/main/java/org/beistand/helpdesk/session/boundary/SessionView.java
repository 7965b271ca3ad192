package org.beistand.helpdesk.session.boundary;

import jakarta.json.bind.annotation.JsonbTransient;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.EndReason;
import org.beistand.helpdesk.session.entity.SessionState;
import org.beistand.helpdesk.session.entity.SupportSession;

/**
 * A session as pages and REST show it. Times that have not come are the epoch; {@code reason} is empty while it runs.
 *
 * @param since when it entered its present state
 */
public record SessionView(
        UUID id,
        UUID ticketId,
        String ticketNumber,
        String ticketSubject,
        UUID technicianId,
        String technician,
        String department,
        String customer,
        String language,
        String state,
        String reason,
        boolean termsAccepted,
        boolean appletHere,
        boolean technicianHere,
        Instant requestedAt,
        Instant expiresAt,
        Instant since)
        implements Serializable {

    static SessionView of(SupportSession session, Instant now) {
        var invitation = session.invitation();
        return new SessionView(
                session.id(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.ticketSubject(),
                invitation.technicianId(),
                invitation.technicianName(),
                invitation.technicianDepartment(),
                invitation.customerName(),
                invitation.language(),
                state(session, now).name(),
                session.endReason().map(EndReason::name).orElse(lapsed(session, now) ? "PIN_EXPIRED" : ""),
                session.milestones().termsAcceptedAt().isPresent(),
                session.isAppletHere(),
                session.isTechnicianHere(),
                session.milestones().requestedAt(),
                session.pinExpiresAt(),
                session.milestones().latest());
    }

    /** A PIN that has run out has ended its session, even before the sweep comes by. */
    private static SessionState state(SupportSession session, Instant now) {
        return lapsed(session, now) ? SessionState.ENDED : session.state();
    }

    private static boolean lapsed(SupportSession session, Instant now) {
        return session.state() == SessionState.REQUESTED && !session.isOpenAt(now);
    }

    @JsonbTransient
    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    @JsonbTransient
    public boolean isOver() {
        return state.equals("ENDED");
    }
}
