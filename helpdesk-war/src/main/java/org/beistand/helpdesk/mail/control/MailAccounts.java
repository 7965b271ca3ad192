package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.authority.control.CompanyAuthorities;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.mail.entity.MailAccess;
import org.beistand.helpdesk.mail.entity.MailOutgoing;
import org.beistand.helpdesk.platform.secret.Vault;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.integration.Authorities;
import org.beistand.integration.mail.MailAddress;
import org.beistand.integration.mail.MailServer;
import org.beistand.integration.mail.MailServer.Login;

/** The current company's ways to and from its mail servers. Runs in the caller's transaction. */
@ApplicationScoped
public class MailAccounts {

    private static final String PASSWORD = "mail password";
    private static final String SECRET = "mail client secret";
    private static final Duration NOTED = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Vault vault;

    @Inject
    Companies companies;

    @Inject
    CompanyAuthorities authorities;

    @Inject
    Clock clock;

    public Optional<MailOutgoing> outgoing() {
        return entities.createQuery("from MailOutgoing", MailOutgoing.class)
                .getResultStream()
                .findFirst();
    }

    /** Only if mail is to be sent. */
    public Optional<MailOutgoing> sending() {
        return outgoing().filter(MailOutgoing::isEnabled);
    }

    /** The company's settings for sending, made if there are none. */
    public MailOutgoing ownOutgoing() {
        return outgoing().orElseGet(() -> {
            var name =
                    companies.byId(CurrentCompany.require()).map(Company::name).orElse("");
            var fresh = new MailOutgoing(name);
            entities.persist(fresh);
            return fresh;
        });
    }

    public String sealPassword(String password) {
        return vault.seal(CurrentCompany.require(), PASSWORD, password);
    }

    public String sealSecret(String secret) {
        return vault.seal(CurrentCompany.require(), SECRET, secret);
    }

    /**
     * With the secrets opened; for use, never for showing.
     *
     * @throws IllegalArgumentException for settings that cannot be used
     */
    public MailServer server(MailAccess access) {
        UUID company = CurrentCompany.require();
        var login = switch (access.loginKind()) {
            case NONE -> new Login.Nobody();
            case PASSWORD ->
                new Login.Password(
                        access.userName(),
                        vault.open(company, PASSWORD, access.sealedPassword()).orElse(""));
            case XOAUTH2 ->
                new Login.Token(
                        access.userName(),
                        URI.create(access.tokenAddress()),
                        access.clientId(),
                        vault.open(company, SECRET, access.sealedSecret()).orElse(""),
                        access.tokenScope());
        };
        return new MailServer(
                access.host(),
                access.port(),
                MailServer.Security.valueOf(access.security().name()),
                login,
                new Authorities(authorities.certificates()));
    }

    public MailAddress sender(MailOutgoing outgoing) {
        return new MailAddress(outgoing.senderName(), outgoing.senderAddress());
    }

    /** That the server took a message; once a minute is enough. */
    public boolean noteSent() {
        return outgoing()
                .filter(own -> own.succeededAt().isEmpty()
                        || Duration.between(own.succeededAt().get(), clock.instant())
                                        .compareTo(NOTED)
                                > 0)
                .map(own -> note("succeededAt = :now", ""))
                .orElse(false);
    }

    /** That the server as a whole is in trouble. */
    public boolean noteTrouble(String reason) {
        return note("failedAt = :now, failure = :reason", reason);
    }

    /** An update, not an entity: settings that are being saved must not become stale by it. */
    private boolean note(String what, String reason) {
        var query = entities.createQuery("update MailOutgoing set " + what + " where companyId = :company")
                .setParameter("company", CurrentCompany.require())
                .setParameter("now", clock.instant());
        if (!reason.isEmpty()) {
            query.setParameter("reason", reason);
        }
        return query.executeUpdate() > 0;
    }
}
