package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.beistand.helpdesk.identity.control.KeptLogins;
import org.beistand.helpdesk.platform.security.SecretToken;

/** The short transactions of keeping a login; each only within {@code CurrentCompany.forInstallation}. */
@ApplicationScoped
@Transactional
public class KeptLoginData {

    @Inject
    KeptLogins logins;

    @Inject
    Clock clock;

    public SecretToken keep(SignedIn login) {
        logins.tidy(clock.instant());
        return logins.add(login.accountId(), login.companyId(), login.since(), login.csrfToken());
    }

    public Optional<SignedIn> kept(SecretToken token) {
        return logins.find(token, clock.instant())
                .map(kept -> new SignedIn(kept.accountId(), kept.company(), kept.since(), kept.csrfToken()));
    }

    /** @return whether there was one */
    public boolean end(SecretToken token) {
        return logins.end(token);
    }
}
