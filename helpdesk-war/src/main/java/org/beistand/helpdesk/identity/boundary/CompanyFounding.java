package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.identity.entity.CompanySlug;
import org.beistand.helpdesk.platform.security.Role;

/** Founds companies and gives them accounts. */
@ApplicationScoped
@Transactional
public class CompanyFounding {

    @Inject
    Companies companies;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Inject
    Event<AccountCreated> created;

    /** Only within {@code CurrentCompany.forInstallation}, as {@link #found}. */
    public boolean isEmpty() {
        return companies.all().isEmpty();
    }

    public UUID found(CompanySlug slug, String name, Locale language) {
        var company = new Company(slug, name, language, clock.instant());
        companies.add(company);
        return company.id();
    }

    /** An account in the current company; the technician room makes a person of it in the same transaction. */
    public UUID firstAccount(String loginName, String passwordHash, Role role, String displayName) {
        var account = new Account(loginName, passwordHash, role, clock.instant());
        accounts.add(account);
        created.fire(new AccountCreated(account.id(), displayName, "", ""));
        return account.id();
    }
}
