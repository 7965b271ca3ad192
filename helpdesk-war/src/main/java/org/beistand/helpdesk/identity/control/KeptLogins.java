package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beistand.helpdesk.identity.entity.KeptLogin;

/** The logins of all browsers; only within {@code CurrentCompany.forInstallation}. A browser has 256 random bits for its own. */
@ApplicationScoped
public class KeptLogins {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    SecureRandom random;

    /** @return the token for the browser, which nobody else will ever see */
    public String add(UUID account, UUID company, Instant since, String csrfToken) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        entities.persist(new KeptLogin(ApiTokens.hash(text), account, company, since, csrfToken));
        return text;
    }

    public Optional<KeptLogin> find(String text, Instant now) {
        return known(text).filter(kept -> kept.isGoodAt(now));
    }

    /** The login is over. */
    public void end(String text) {
        known(text).ifPresent(entities::remove);
    }

    /** Forgets logins that are worth nothing any more. */
    public void tidy(Instant now) {
        entities.createQuery("delete from KeptLogin where since < :before")
                .setParameter("before", now.minus(KeptLogin.KEPT))
                .executeUpdate();
    }

    private Optional<KeptLogin> known(String text) {
        return FORM.matcher(text).matches()
                ? Optional.ofNullable(entities.find(KeptLogin.class, ApiTokens.hash(text)))
                : Optional.empty();
    }
}
