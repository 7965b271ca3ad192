package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.session.entity.SessionState;
import org.beistand.helpdesk.session.entity.SupportSession;

/** The support sessions of the current company. */
@ApplicationScoped
public class Sessions {

    /** What a list shows at most; a technician with more open sessions has another problem. */
    private static final int MOST = 50;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(SupportSession session) {
        entities.persist(session);
        entities.flush();
    }

    public Optional<SupportSession> byId(UUID id) {
        return noted(Optional.ofNullable(entities.find(SupportSession.class, id)));
    }

    /** As {@link #byId}, and nobody else changes it until this transaction ends. */
    public Optional<SupportSession> locked(UUID id) {
        return noted(Optional.ofNullable(entities.find(SupportSession.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** From here on this thread's log lines say which session is meant. */
    private static Optional<SupportSession> noted(Optional<SupportSession> found) {
        found.ifPresent(session -> {
            LogContext.note(LogContext.Key.SESSION, session.id().toString());
            LogContext.note(LogContext.Key.TICKET, session.invitation().ticketNumber());
        });
        return found;
    }

    /**
     * Uses a PIN up. All conditions stand in one statement, so of two people with the same PIN exactly one gets in, and a
     * wrong, foreign, expired or used PIN is the same: no row.
     *
     * @return the session that it opened, now locked by this transaction
     */
    public Optional<SupportSession> claimPin(UUID company, String pinHash, Instant now) {
        var claim = UUID.randomUUID();
        var claimed = entities.createQuery("""
                        update SupportSession set pinHash = null, claim = :claim
                        where pinHash = :hash and companyId = :company and state = :requested and pinExpiresAt > :now
                        """)
                .setParameter("claim", claim)
                .setParameter("hash", pinHash)
                .setParameter("company", company)
                .setParameter("requested", SessionState.REQUESTED)
                .setParameter("now", now)
                .executeUpdate();
        if (claimed == 0) {
            return Optional.empty();
        }
        return noted(entities.createQuery("from SupportSession where claim = :claim", SupportSession.class)
                .setParameter("claim", claim)
                .getResultStream()
                .findFirst());
    }

    public boolean isPinTaken(String pinHash) {
        return entities.createQuery("select count(*) from SupportSession where pinHash = :hash", Long.class)
                        .setParameter("hash", pinHash)
                        .getSingleResult()
                > 0;
    }

    public long livingPins(int digits, Instant now) {
        return entities.createQuery(
                        "select count(*) from SupportSession where state = :requested and pinDigits = :digits"
                                + " and pinExpiresAt > :now",
                        Long.class)
                .setParameter("requested", SessionState.REQUESTED)
                .setParameter("digits", digits)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Waiting customers of the whole company first, longest wait first; then the others that the technician may join. */
    public List<SupportSession> queue(UUID technician) {
        return entities.createQuery("""
                        from SupportSession
                        where state = :waiting or state <> :ended and (invitation.technicianId = :technician
                            or id in (select c.sessionId from Colleague c
                                      where c.technicianId = :technician and c.removedAt is null))
                        order by case when state = :waiting then 0 else 1 end,
                                 coalesce(milestones.arrivedAt, milestones.requestedAt), id
                        """, SupportSession.class)
                .setParameter("waiting", SessionState.WAITING)
                .setParameter("ended", SessionState.ENDED)
                .setParameter("technician", technician)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Not over yet, of this ticket; newest first. */
    public List<SupportSession> runningOf(UUID ticket) {
        return entities.createQuery(
                        "from SupportSession where invitation.ticketId = :ticket and state <> :ended"
                                + " order by milestones.requestedAt desc, id",
                        SupportSession.class)
                .setParameter("ticket", ticket)
                .setParameter("ended", SessionState.ENDED)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Ids of all sessions that the sweep must look at: running ones, and ended ones without a summary. */
    public List<UUID> unfinished() {
        return entities.createQuery(
                        "select id from SupportSession where state <> :ended or summarisedAt is null"
                                + " order by milestones.requestedAt",
                        UUID.class)
                .setParameter("ended", SessionState.ENDED)
                .getResultList();
    }

    /** Of these, the ones that are over, with how they ended. */
    public List<SupportSession> endedOn(String relay, Instant since) {
        return entities.createQuery(
                        "from SupportSession where relayId = :relay and state = :ended and milestones.endedAt > :since",
                        SupportSession.class)
                .setParameter("relay", relay)
                .setParameter("ended", SessionState.ENDED)
                .setParameter("since", since)
                .getResultList();
    }

    public long count(SessionState state) {
        return entities.createQuery("select count(*) from SupportSession where state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }
}
