package org.beistand.helpdesk.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.identity.entity.CompanySlug;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;

class LoginIndexTest {

    private final TestClock clock = new TestClock();
    private final String name = "n" + UUID.randomUUID().toString().substring(0, 12);

    @OnBothDatabases
    void aPlainNameOfTwoCompaniesIsNobodys(TestDatabase database) {
        UUID one = account(database, database.newCompany());
        assertThat(found(database, name)).contains(one);
        account(database, database.newCompany());
        assertThat(found(database, name)).isEmpty();
    }

    @OnBothDatabases
    void whomAnotherCompanyLetsInDoesNotShutTheFirstAdministratorOut(TestDatabase database) {
        UUID theirs = database.newCompany();
        UUID imported = account(database, theirs);
        UUID first = account(database, firstCompany(database));
        assertThat(found(database, name)).contains(first);
        account(database, database.newCompany());
        assertThat(found(database, name.toUpperCase(Locale.ROOT))).contains(first);
        assertThat(found(database, slug(database, theirs) + "/" + name)).contains(imported);
    }

    private UUID account(TestDatabase database, UUID company) {
        return database.in(company, entities -> {
            var account = new Account(name, "-", Role.TECHNICIAN, clock.instant());
            Wiring.with(entities, clock).get(Accounts.class).add(account);
            return account.id();
        });
    }

    private static UUID firstCompany(TestDatabase database) {
        var fresh = new Company(CompanySlug.FIRST, "Beistand", Locale.ENGLISH, TestClock.START);
        return CurrentCompany.forInstallation(() -> database.committed(entities -> {
            entities.persist(fresh);
            return fresh.id();
        }));
    }

    private static String slug(TestDatabase database, UUID company) {
        return CurrentCompany.forInstallation(() -> database.committed(
                entities -> entities.find(Company.class, company).slug()));
    }

    private Optional<UUID> found(TestDatabase database, String typed) {
        return CurrentCompany.forInstallation(() -> database.committed(entities ->
                Wiring.with(entities, clock).get(LoginIndex.class).find(typed).map(AccountLogin::accountId)));
    }
}
