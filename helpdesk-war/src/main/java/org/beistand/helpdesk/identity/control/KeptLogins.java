package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.KeptLogin;
import org.beistand.helpdesk.platform.security.SecretToken;

/** The logins of all browsers; only within {@code CurrentCompany.forInstallation}. */
@ApplicationScoped
public class KeptLogins {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    SecureRandom random;

    /** @return the token for the browser, which nobody else will ever see */
    public SecretToken add(UUID account, UUID company, Instant since, String csrfToken) {
        SecretToken token = SecretToken.random(random);
        entities.persist(new KeptLogin(token, account, company, since, csrfToken));
        return token;
    }

    public Optional<KeptLogin> find(SecretToken token, Instant now) {
        return known(token).filter(kept -> kept.isGoodAt(now));
    }

    /** The login is over. @return whether there was one */
    public boolean end(SecretToken token) {
        Optional<KeptLogin> known = known(token);
        known.ifPresent(entities::remove);
        return known.isPresent();
    }

    /** Forgets logins that are worth nothing any more. */
    public void tidy(Instant now) {
        entities.createQuery("delete from KeptLogin where since < :before")
                .setParameter("before", now.minus(KeptLogin.KEPT))
                .executeUpdate();
    }

    private Optional<KeptLogin> known(SecretToken token) {
        return Optional.ofNullable(entities.find(KeptLogin.class, token.hash()));
    }
}
