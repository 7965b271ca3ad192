package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.JournalLine;
import org.beistand.helpdesk.session.entity.Participation;

/** What was said and decided in the sessions of the current company, and who was there. */
@ApplicationScoped
public class SessionJournal {

    /** A session that is talked to death stops being written down; the applet's queue must not become our disk. */
    public static final int MOST_LINES = 10_000;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(JournalLine line) {
        entities.persist(line);
    }

    /** Which of these entries the session has already. */
    public Set<UUID> known(UUID session, Collection<UUID> entryIds) {
        return new HashSet<>(entities.createQuery(
                        "select entryId from JournalLine where sessionId = :session and entryId in :ids", UUID.class)
                .setParameter("session", session)
                .setParameter("ids", entryIds)
                .getResultList());
    }

    public long count(UUID session) {
        return entities.createQuery("select count(*) from JournalLine where sessionId = :session", Long.class)
                .setParameter("session", session)
                .getSingleResult();
    }

    /** Everything, in the order in which it happened. */
    public List<JournalLine> of(UUID session) {
        return entities.createQuery(
                        "from JournalLine where sessionId = :session order by number, at, id", JournalLine.class)
                .setParameter("session", session)
                .getResultList();
    }

    public void add(Participation participation) {
        entities.persist(participation);
    }

    public Optional<Participation> participation(UUID session, UUID subject) {
        return entities.createQuery(
                        "from Participation where sessionId = :session and subject = :subject", Participation.class)
                .setParameter("session", session)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Everybody who ever joined, in that order. */
    public List<Participation> participants(UUID session) {
        return entities.createQuery(
                        "from Participation where sessionId = :session order by joinedAt, id", Participation.class)
                .setParameter("session", session)
                .getResultList();
    }
}
