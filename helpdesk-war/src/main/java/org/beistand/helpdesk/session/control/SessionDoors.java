package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.entity.SessionDoor;

/** Where tokens lead. Works with or without a current company. */
@ApplicationScoped
public class SessionDoors {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(SessionDoor door) {
        entities.persist(door);
    }

    /** The door of that kind that the token opens. */
    public Optional<SessionDoor> behind(SecretToken token, SessionDoor.Kind kind) {
        return Optional.ofNullable(entities.find(SessionDoor.class, token.hash()))
                .filter(door -> door.kind() == kind);
    }

    /** Uses a link up; of two who try at the same time exactly one gets {@code true}. */
    public boolean use(SecretToken link) {
        return entities.createQuery("update SessionDoor set kind = :used where tokenHash = :hash and kind = :link")
                        .setParameter("used", SessionDoor.Kind.USED_LINK)
                        .setParameter("hash", link.hash())
                        .setParameter("link", SessionDoor.Kind.LINK)
                        .executeUpdate()
                == 1;
    }

    /** The customer is here, by whatever way: no link of the session lets anybody else in. */
    public void useLinks(UUID session) {
        entities.createQuery("update SessionDoor set kind = :used where sessionId = :session and kind = :link")
                .setParameter("used", SessionDoor.Kind.USED_LINK)
                .setParameter("session", session)
                .setParameter("link", SessionDoor.Kind.LINK)
                .executeUpdate();
    }

    public void close(UUID session, SessionDoor.Kind kind) {
        entities.createQuery("delete from SessionDoor where sessionId = :session and kind = :kind")
                .setParameter("session", session)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    public long count(UUID session, SessionDoor.Kind kind) {
        return entities.createQuery(
                        "select count(*) from SessionDoor where sessionId = :session and kind = :kind", Long.class)
                .setParameter("session", session)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    /** Whose session this is; empty when nobody was ever let in. */
    public Optional<UUID> companyOf(UUID session) {
        return entities.createQuery("select ofCompany from SessionDoor where sessionId = :session", UUID.class)
                .setParameter("session", session)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
