package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.session.entity.Colleague;
import org.beistand.helpdesk.session.entity.RemovedByCustomerException;
import org.beistand.helpdesk.session.entity.SupportSession;

/** Which technicians may be in a session: the one who leads it, and whom a technician of the session brought in. */
@ApplicationScoped
public class SessionPeople {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** Lets a technician in. Somebody who is invited already stays so. */
    public void invite(SupportSession session, UUID technician, String name, String invitedBy, Instant at) {
        if (colleague(session.id(), technician).isEmpty()) {
            entities.persist(new Colleague(session.id(), technician, name, invitedBy, at));
            entities.flush();
        }
    }

    /** @param name display name, for a leading technician who has no invitation to take back */
    public void remove(SupportSession session, UUID technician, String name, Instant at) {
        invite(session, technician, name, name, at);
        colleague(session.id(), technician).ifPresent(colleague -> colleague.remove(at));
    }

    public Optional<Colleague> colleague(UUID session, UUID technician) {
        return entities.createQuery(
                        "from Colleague where sessionId = :session and technicianId = :technician", Colleague.class)
                .setParameter("session", session)
                .setParameter("technician", technician)
                .getResultStream()
                .findFirst();
    }

    /** Everybody who was ever invited, in that order. */
    public List<Colleague> of(UUID session) {
        return entities.createQuery("from Colleague where sessionId = :session order by invitedAt, id", Colleague.class)
                .setParameter("session", session)
                .getResultList();
    }

    /** Sessions that this technician may join without leading them; ended ones too. */
    public Set<UUID> invitedTo(UUID technician) {
        return new HashSet<>(entities.createQuery(
                        "select sessionId from Colleague where technicianId = :technician and removedAt is null",
                        UUID.class)
                .setParameter("technician", technician)
                .getResultList());
    }

    /**
     * Checks that a technician belongs to a session.
     *
     * @throws RemovedByCustomerException when the customer removed them, whoever they are
     * @throws ForbiddenException when nobody brought them in
     */
    public void require(SupportSession session, UUID technician) {
        var colleague = colleague(session.id(), technician);
        if (colleague.flatMap(Colleague::removedAt).isPresent()) {
            throw new RemovedByCustomerException("technician " + technician);
        }
        if (!session.invitation().isLedBy(technician) && colleague.isEmpty()) {
            throw new ForbiddenException("technician " + technician + " is not in session " + session.id());
        }
    }
}
