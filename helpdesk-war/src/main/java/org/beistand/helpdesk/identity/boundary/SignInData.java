package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.control.FailedLogins;
import org.beistand.helpdesk.identity.control.LoginIndex;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.security.Caller;

/** The short transactions of signing in; none is open while a password is being hashed. */
@ApplicationScoped
@Transactional
public class SignInData {

    private static final int CSRF_BYTES = 24;

    @Inject
    LoginIndex index;

    @Inject
    Accounts accounts;

    @Inject
    Companies companies;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    /** Only within {@code CurrentCompany.forInstallation}. */
    public Optional<AccountLogin> find(String loginName) {
        return index.find(loginName)
                .filter(login -> companies
                        .byId(login.company())
                        .filter(Company::isActive)
                        .isPresent());
    }

    public Optional<Stored> stored(UUID accountId) {
        return accounts.byId(accountId).filter(Account::isActive).map(account -> new Stored(account.passwordHash()));
    }

    public void rehash(UUID accountId, String newHash) {
        accounts.byId(accountId).ifPresent(account -> account.rehash(newHash));
    }

    public void remember(UUID accountId) {
        accounts.byId(accountId)
                .ifPresent(account -> audit.record(account.loginName(), "login", account.loginName(), ""));
    }

    /** Not what was typed: people type passwords into the wrong field. */
    public void rememberFailure(Optional<UUID> accountId, int count, String reason) {
        String name = accountId.flatMap(accounts::byId).map(Account::loginName).orElse("-");
        audit.record(
                name,
                "login.failed",
                name,
                "failure " + count + " within " + FailedLogins.WHILE.toMinutes() + " minutes"
                        + (reason.isEmpty() ? "" : ": " + reason));
    }

    public SignedIn signedIn(UUID accountId, UUID companyId) {
        byte[] token = new byte[CSRF_BYTES];
        random.nextBytes(token);
        return new SignedIn(
                accountId,
                companyId,
                clock.instant(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The caller of a browser session, or empty when the session is no longer worth anything. */
    public Optional<Caller> caller(SignedIn session) {
        boolean open =
                companies.byId(session.companyId()).filter(Company::isActive).isPresent();
        return accounts.byId(session.accountId())
                .filter(account -> open && account.isActive())
                .filter(account -> !account.passwordChangedAt().isAfter(session.since()))
                .map(account -> new Caller(
                        account.id(),
                        session.companyId(),
                        account.loginName(),
                        account.role(),
                        account.role().scopes(),
                        account.language().orElse(""),
                        Caller.Way.BROWSER_SESSION,
                        session.csrfToken()));
    }

    /** What checking a password needs. */
    public record Stored(String passwordHash) {
        @Override
        public String toString() {
            return "Stored[]";
        }
    }
}
