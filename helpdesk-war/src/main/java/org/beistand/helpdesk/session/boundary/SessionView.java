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
        return new SessionView(
                session.id(),
                session.ticketId(),
                session.ticketNumber(),
                session.ticketSubject(),
                session.technicianId(),
                session.technicianName(),
                session.technicianDepartment(),
                session.customerName(),
                session.language(),
                state(session, now).name(),
                session.endReason().map(EndReason::name).orElse(lapsed(session, now) ? "PIN_EXPIRED" : ""),
                session.termsAcceptedAt().isPresent(),
                session.isAppletHere(),
                session.isTechnicianHere(),
                session.requestedAt(),
                session.pinExpiresAt(),
                since(session));
    }

    /** A PIN that has run out has ended its session, even before the sweep comes by. */
    private static SessionState state(SupportSession session, Instant now) {
        return lapsed(session, now) ? SessionState.ENDED : session.state();
    }

    private static boolean lapsed(SupportSession session, Instant now) {
        return session.state() == SessionState.REQUESTED && !session.isOpenAt(now);
    }

    private static Instant since(SupportSession session) {
        return session.endedAt().or(session::startedAt).or(session::arrivedAt).orElse(session.requestedAt());
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
