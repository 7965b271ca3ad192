package org.beistand.helpdesk.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.recording.entity.Tape;
import org.beistand.helpdesk.recording.entity.TapePlace;
import org.beistand.helpdesk.ticket.control.RecordedSessions;

/** What there is of the current company's recordings. */
@ApplicationScoped
public class Tapes implements RecordedSessions {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(Tape tape) {
        entities.persist(new TapePlace(tape.id(), CurrentCompany.require()));
        entities.persist(tape);
        entities.flush();
    }

    /** Whose a tape is; works with or without a current company. */
    public Optional<UUID> companyOf(UUID id) {
        return Optional.ofNullable(entities.find(TapePlace.class, id)).map(TapePlace::ofCompany);
    }

    public Optional<Tape> byId(UUID id) {
        return Optional.ofNullable(entities.find(Tape.class, id));
    }

    /** As {@link #byId}, and nobody else writes to it until this transaction ends. */
    public Optional<Tape> locked(UUID id) {
        return Optional.ofNullable(entities.find(Tape.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Oldest first. */
    public List<Tape> ofSession(UUID session) {
        return ofSessions(List.of(session));
    }

    /** Oldest first, whichever session they are of. */
    public List<Tape> ofSessions(Collection<UUID> sessions) {
        return entities.createQuery("from Tape where sessionId in :sessions order by label.startedAt, id", Tape.class)
                .setParameter("sessions", sessions)
                .getResultList();
    }

    /** Recorded sessions, that with the newest recording first. */
    public List<UUID> newestSessions(int most) {
        return entities.createQuery(
                        "select sessionId from Tape group by sessionId order by max(label.startedAt) desc, sessionId",
                        UUID.class)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public Set<UUID> ofTicket(UUID ticketId) {
        return new HashSet<>(
                entities.createQuery("select distinct sessionId from Tape where ticketId = :ticket", UUID.class)
                        .setParameter("ticket", ticketId)
                        .getResultList());
    }

    /** Those to which nothing has come since that time. */
    public List<UUID> untouchedSince(Instant time) {
        return entities.createQuery("select id from Tape where lastAt < :time order by lastAt, id", UUID.class)
                .setParameter("time", time)
                .getResultList();
    }

    public void remove(Tape tape) {
        entities.remove(tape);
        Optional.ofNullable(entities.find(TapePlace.class, tape.id())).ifPresent(entities::remove);
    }
}
