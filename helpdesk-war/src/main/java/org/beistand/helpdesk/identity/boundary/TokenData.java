package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.ApiTokens;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.ApiToken;
import org.beistand.helpdesk.identity.entity.ApiTokenLogin;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Scope;

/** The short transactions of recognising a token. */
@ApplicationScoped
@Transactional
public class TokenData {

    @Inject
    ApiTokens tokens;

    @Inject
    Accounts accounts;

    @Inject
    Companies companies;

    @Inject
    Clock clock;

    /** Only within {@code CurrentCompany.forInstallation}. */
    public Optional<ApiTokenLogin> find(String bearer) {
        return tokens.find(bearer);
    }

    /** A token can never do more than the account that made it, and dies with it. */
    public Optional<Caller> caller(ApiTokenLogin login) {
        boolean open = companies.byId(login.company()).filter(Company::isActive).isPresent();
        Optional<ApiToken> token = tokens.byId(login.tokenId()).filter(found -> open && found.isAlive(clock.instant()));
        return token.flatMap(found -> accounts.byId(found.accountId())
                .filter(Account::isActive)
                .map(account -> caller(login, found, account)));
    }

    private static Caller caller(ApiTokenLogin login, ApiToken token, Account account) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(token.scopes());
        scopes.retainAll(account.role().scopes());
        return new Caller(
                account.id(),
                login.company(),
                account.loginName() + " (" + token.name() + ")",
                account.role(),
                scopes,
                account.language().orElse(""),
                Caller.Way.API_TOKEN,
                "");
    }
}
