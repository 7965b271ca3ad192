package org.beistand.helpdesk.directory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.audit.entity.AuditEntry;
import org.beistand.helpdesk.directory.control.DirectoryConnections;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryGroup;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryRun;
import org.beistand.helpdesk.identity.boundary.AccountCreated;
import org.beistand.helpdesk.identity.boundary.SignInData;
import org.beistand.helpdesk.identity.boundary.SignedIn;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.Companies;
import org.beistand.helpdesk.identity.control.LoginIndex;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.AccountLogin;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.technician.boundary.PeopleOfAccounts;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Integrations;
import org.beistand.integration.directory.Directory.Groups;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;

/** A company and its real domain controller: the application's own beans in a {@link House}. */
final class Domain implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final House house;
    final UUID company;
    final SambaDomain controller = SambaDomain.get();
    private final Integrations integrations;
    private final String slug;
    private final String mark = String.valueOf(NEXT.incrementAndGet());

    Domain(TestDatabase database, Path data) {
        this.company = database.newCompany();
        this.house = new House(database, Clock.systemUTC(), data.toString());
        this.slug = CurrentCompany.forInstallation(() -> house.transaction(
                () -> house.get(Companies.class).byId(company).orElseThrow().slug()));
        this.integrations = Integrations.start(
                Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH));
        house.and(RunningRoutes.class, new RunningRoutes() {
            @Override
            public Integrations get() {
                return integrations;
            }
        });
        house.onEvent(event -> {
            if (event instanceof AccountCreated created) {
                house.get(PeopleOfAccounts.class).onCreated(created);
            }
        });
        reach(controller.ldaps());
    }

    void reach(String server) {
        in(() -> {
            var connections = house.get(DirectoryConnections.class);
            var own = connections.own();
            own.reach(server, SambaDomain.SERVICE_USER, connections.seal(SambaDomain.PASSWORD), controller.authority());
            own.look(SambaDomain.BASE, "", true);
            own.run(true, 5, 50);
            own.keepPasswords(true);
            return own;
        });
    }

    void map(String groupDn, Role role, String team, Set<UUID> channels) {
        var access = in(() -> house.get(DirectoryConnections.class).access()).orElseThrow();
        var found = ((Groups.Found) integrations.directory().groupsCalled(access, groupDn))
                .groups()
                .getFirst();
        in(() -> {
            var group = new DirectoryGroup(found.guid(), found.dn(), found.name());
            group.mean(role, team, channels);
            house.get(DirectoryPeople.class).add(group);
            return group;
        });
    }

    /** Imports now. @return how it went */
    DirectoryRun run() {
        return run(false);
    }

    /** As {@link #run()}, and all went well. */
    DirectoryRun good() {
        var run = run();
        assertThat(run.trouble()).as(run.detail()).isEmpty();
        return run;
    }

    DirectoryRun run(boolean accepted) {
        CurrentCompany.run(company, () -> house.get(DirectoryImport.class).runNow("claudia", accepted));
        return in(() -> house.get(DirectoryPeople.class).runs(1)).getFirst();
    }

    Account account(String loginName) {
        return in(() -> house.get(Accounts.class).byLoginName(loginName)).orElseThrow();
    }

    List<String> accounts() {
        return in(() -> house.get(Accounts.class).all()).stream()
                .map(Account::loginName)
                .toList();
    }

    /** Names of this test's own: the domain is shared, and people of one test must not meet those of another. */
    String name(String accountName) {
        return accountName + mark;
    }

    /** As {@link #name}, for the common name of an entry. */
    String dn(String dn) {
        return dn.replaceFirst(",OU=", " " + mark + ",OU=");
    }

    /** A new person, alone in a new group. @return the group */
    String newGroup(String dn, String accountName) {
        controller.add(Population.person(dn(dn), name(accountName), accountName, name(accountName) + "@x.test", 512));
        String group = "CN=Gruppe " + mark + "," + Population.PEOPLE;
        controller.add(List.of("dn: " + group, "objectClass: group", "sAMAccountName: Gruppe" + mark, ""));
        controller.addMember(group, dn(dn));
        return group;
    }

    DirectoryPerson person(UUID account) {
        return in(() -> house.get(DirectoryPeople.class).ofAccount(account)).orElseThrow();
    }

    /** Whose account somebody means who types that. */
    Optional<UUID> meantBy(String typed) {
        return CurrentCompany.forInstallation(() ->
                        house.transaction(() -> house.get(LoginIndex.class).find(slug + "/" + typed)))
                .map(AccountLogin::accountId);
    }

    boolean isWelcome(SignedIn session) {
        return in(() -> house.get(SignInData.class).caller(session)).isPresent();
    }

    List<AuditEntry> audited(String action) {
        return in(() -> house.get(AuditLog.class).latest(0, 200)).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    /** For this company, without a transaction. */
    <T> T within(Supplier<T> work) {
        return CurrentCompany.<T, RuntimeException>call(company, work::get);
    }

    <T> T in(Supplier<T> work) {
        return house.in(company, work);
    }

    @Override
    public void close() {
        integrations.close();
    }
}
