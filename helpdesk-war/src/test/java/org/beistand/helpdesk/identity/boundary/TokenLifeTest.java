package org.beistand.helpdesk.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.ApiTokens;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.ApiToken;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;

class TokenLifeTest {

    private static final Duration LIFE = Duration.ofDays(1);

    private final TestClock clock = new TestClock();

    @OnBothDatabases
    void aTokenDiesAtItsLastInstant(TestDatabase database) {
        UUID company = database.newCompany();
        String token = made(database, company);
        assertThat(caller(database, company, token)).isPresent();
        clock.advance(LIFE.minusMillis(1));
        assertThat(caller(database, company, token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(caller(database, company, token)).isEmpty();
    }

    @OnBothDatabases
    void aTokenIsNothingInAnotherCompany(TestDatabase database) {
        String token = made(database, database.newCompany());
        assertThat(caller(database, database.newCompany(), token)).isEmpty();
    }

    private String made(TestDatabase database, UUID company) {
        return database.in(company, entities -> {
            var beans = Wiring.with(entities, clock);
            var account = new Account("a" + company, "-", Role.TECHNICIAN, clock.instant());
            beans.get(Accounts.class).add(account);
            return beans.get(ApiTokens.class)
                    .add(new ApiToken(
                            account.id(),
                            "reader",
                            Set.of(Scope.TICKETS_READ),
                            clock.instant(),
                            clock.instant().plus(LIFE)));
        });
    }

    private Optional<Caller> caller(TestDatabase database, UUID company, String token) {
        var login = CurrentCompany.forInstallation(() -> database.committed(
                entities -> Wiring.with(entities, clock).get(TokenData.class).find(token)));
        return database.in(
                company,
                entities -> Wiring.with(entities, clock).get(TokenData.class).caller(login.orElseThrow()));
    }
}
