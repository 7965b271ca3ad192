package org.beistand.helpdesk.directory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.directory.control.DirectoryPeople;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryPerson.Presence;
import org.beistand.helpdesk.directory.entity.DirectoryRun.Outcome;
import org.beistand.helpdesk.identity.boundary.AccountCreated;
import org.beistand.helpdesk.identity.boundary.SignInData;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.identity.control.ApiTokens;
import org.beistand.helpdesk.identity.control.PasswordKeeper;
import org.beistand.helpdesk.identity.entity.Account;
import org.beistand.helpdesk.identity.entity.ApiToken;
import org.beistand.helpdesk.intake.control.IntakeChannels;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.technician.boundary.PeopleOfAccounts;
import org.beistand.helpdesk.technician.control.ChannelDuties;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;
import org.junit.jupiter.api.io.TempDir;

/** A company imports people from its domain controller. */
class DirectoryImportTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void peopleOfTheGroupsAreImportedWithRoleTeamChannelsAndPhoto(TestDatabase database) {
        try (var domain = new Domain(database, data)) {
            UUID phone = domain.in(() -> {
                var channel = new IntakeChannel("Telefon", IntakeChannel.Kind.PHONE, "");
                domain.house.get(IntakeChannels.class).add(channel);
                return channel.id();
            });
            domain.controller.setBytes(Population.ANNA, "thumbnailPhoto", JPEG);
            domain.map(Population.HELPDESK, Role.TECHNICIAN, "Service Desk", Set.of(phone));
            domain.map(Population.LEADERS, Role.ADMINISTRATOR, "", Set.of());

            assertThat(domain.good().counts().created()).isGreaterThanOrEqualTo(5);
            assertThat(domain.accounts())
                    .contains("anna.schulz", "juergen.weiss", "zoe", "nina", "lea")
                    .doesNotContain("dora", "eva");
            UUID anna = domain.account("anna.schulz").id();
            assertThat(domain.account("anna.schulz").role()).isEqualTo(Role.ADMINISTRATOR);
            domain.in(() -> {
                var technician = domain.house.get(Technicians.class).byId(anna).orElseThrow();
                assertThat(technician.department()).isEqualTo("Service Desk");
                assertThat(technician.email()).isEqualTo("anna.schulz@beistand.test");
                assertThat(domain.house.get(ChannelDuties.class).of(anna)).containsExactly(phone);
                assertThat(domain.house
                                .get(DirectoryPeople.class)
                                .ofAccount(anna)
                                .orElseThrow()
                                .photo())
                        .hasValue(JPEG);
                return technician;
            });
            for (String typed : List.of("anna.schulz@beistand.test", "BEISTAND\\Anna.Schulz", "anna.schulz")) {
                assertThat(domain.meantBy(typed)).as(typed).hasValue(anna);
            }
            var again = domain.good();
            assertThat(again.counts().created()
                            + again.counts().changed()
                            + again.counts().left())
                    .isZero();
        }
    }

    @OnBothDatabases
    void whoIsRenamedAndMovedIsTheSamePerson(TestDatabase database) {
        String elke = "CN=Elke Elster," + Population.PEOPLE;
        String moved = "CN=Öz\\, Elke \\\"von\\\"," + Population.ELSEWHERE;
        try (var domain = new Domain(database, data)) {
            String group = domain.newGroup(elke, "elke");
            domain.map(group, Role.TECHNICIAN, "", Set.of());
            assertThat(domain.good().counts().created()).isEqualTo(1);
            UUID account = domain.account(domain.name("elke")).id();

            domain.controller.rename(domain.dn(elke), domain.dn(moved));
            domain.controller.set(domain.dn(moved), "sAMAccountName", domain.name("oez"));
            domain.controller.set(domain.dn(moved), "displayName", "Öz, Elke \"von\"");
            var run = domain.good();
            assertThat(run.counts()).satisfies(counts -> {
                assertThat(counts.changed()).isEqualTo(1);
                assertThat(counts.created() + counts.left()).isZero();
            });
            assertThat(domain.account(domain.name("oez")).id()).isEqualTo(account);
            assertThat(domain.person(account).dn()).isEqualToIgnoringCase(domain.dn(moved));
            assertThat(domain.meantBy(domain.name("oez"))).hasValue(account);
            assertThat(domain.meantBy(domain.name("elke"))).isEmpty();
            assertThat(domain.audited("person.changed"))
                    .anyMatch(entry -> entry.detail().contains(Population.ELSEWHERE));
        }
    }

    @OnBothDatabases
    void whoLeavesKeepsHistoryAndLosesLogInsAndTokens(TestDatabase database) {
        String ole = "CN=Ole Ohm," + Population.PEOPLE;
        try (var domain = new Domain(database, data)) {
            String group = domain.newGroup(ole, "ole");
            domain.controller.addMember(group, Population.NINA);
            domain.map(group, Role.TECHNICIAN, "", Set.of());
            domain.good();
            UUID account = domain.account(domain.name("ole")).id();
            var session = domain.in(() -> domain.house.get(SignInData.class).signedIn(account, domain.company));
            String token = domain.in(() -> domain.house
                    .get(ApiTokens.class)
                    .add(new ApiToken(
                            account,
                            "script",
                            Set.of(Scope.TICKETS_READ),
                            Instant.EPOCH,
                            Instant.parse("2099-01-01T00:00:00Z"))));
            assertThat(domain.isWelcome(session)).isTrue();

            domain.controller.set(domain.dn(ole), "userAccountControl", "514");
            assertThat(domain.good().counts().left()).isEqualTo(1);
            assertThat(domain.account(domain.name("ole")).isActive()).isFalse();
            assertThat(domain.person(account).presence()).isEqualTo(Presence.DISABLED);
            assertThat(domain.isWelcome(session)).isFalse();

            domain.controller.set(domain.dn(ole), "userAccountControl", "512");
            assertThat(domain.good().counts().returned()).isEqualTo(1);
            assertThat(domain.account(domain.name("ole")).isActive()).isTrue();
            assertThat(domain.isWelcome(session))
                    .as("an old log-in is not worth anything again")
                    .isFalse();
            domain.in(() -> assertThat(domain.house.get(ApiTokens.class).all())
                    .allMatch(one -> one.revokedAt().isPresent()));
            assertThat(token).isNotEmpty();

            domain.controller.removeMember(group, domain.dn(ole));
            domain.good();
            assertThat(domain.person(account).presence()).isEqualTo(Presence.LEFT_GROUPS);
            domain.in(() -> assertThat(domain.house.get(Technicians.class).byId(account))
                    .hasValueSatisfying(one -> assertThat(one.isActive()).isFalse()));
        }
    }

    @OnBothDatabases
    void aRunThatIsNotBelievedChangesNothingUntilAnAdministratorSaysSo(TestDatabase database) {
        String udo = "CN=Udo Ulm," + Population.PEOPLE;
        try (var domain = new Domain(database, data)) {
            String group = domain.newGroup(udo, "udo");
            domain.controller.addMember(group, Population.NINA);
            domain.controller.addMember(group, Population.LEA);
            domain.map(group, Role.TECHNICIAN, "", Set.of());
            domain.good();
            domain.controller.removeMember(group, Population.NINA);
            domain.controller.removeMember(group, Population.LEA);

            var refused = domain.run();
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.trouble()).isEqualTo("TOO_MANY_LEAVE");
            assertThat(domain.account("nina").isActive()).isTrue();
            assertThat(domain.audited("directory.import_refused")).hasSize(1);

            assertThat(domain.run(true).outcome()).isEqualTo(Outcome.DONE);
            assertThat(domain.account("nina").isActive()).isFalse();

            domain.controller.removeMember(group, domain.dn(udo));
            assertThat(domain.run(true).trouble())
                    .as("nobody is never believed")
                    .isEqualTo("EMPTY");
            domain.controller.delete(group);
            assertThat(domain.run(true).trouble()).isEqualTo("GROUP");
            domain.reach("ldaps://127.0.0.1:21199");
            assertThat(domain.run(true).trouble()).isEqualTo("UNREACHABLE");
            assertThat(domain.account(domain.name("udo")).isActive()).isTrue();
        }
    }

    @OnBothDatabases
    void anAccountThatWasMadeHereIsLinkedOnlyWhenSomebodySaysSo(TestDatabase database) {
        String ida = "CN=Ida Igel," + Population.PEOPLE;
        try (var domain = new Domain(database, data)) {
            UUID local = domain.in(() -> {
                var account = new Account(domain.name("ida"), "-", Role.TECHNICIAN, Instant.EPOCH);
                domain.house.get(Accounts.class).add(account);
                domain.house.get(PeopleOfAccounts.class).onCreated(new AccountCreated(account.id(), "Ida", "", ""));
                return account.id();
            });
            domain.map(domain.newGroup(ida, "ida"), Role.TECHNICIAN, "", Set.of());
            assertThat(domain.good().counts().proposed()).isEqualTo(1);
            assertThat(domain.good().counts().proposed()).isEqualTo(1);
            assertThat(domain.accounts()).hasSize(1);
            var passwords = domain.house.get(DirectoryPasswords.class);
            assertThat(domain.within(() -> passwords.keeps(local))).isFalse();

            var proposal = domain.in(() -> domain.house
                            .get(DirectoryPeople.class)
                            .openProposals()
                            .toList())
                    .getFirst();
            domain.in(() -> {
                domain.house
                        .get(DirectoryPeople.class)
                        .add(new DirectoryPerson(proposal.objectGuid(), local, proposal.dn()));
                return proposal;
            });
            assertThat(domain.good().counts().created()).isZero();
            assertThat(domain.in(() -> domain.house
                            .get(DirectoryPeople.class)
                            .openProposals()
                            .toList()))
                    .isEmpty();
            assertThat(domain.within(() -> passwords.keeps(local))).isTrue();
            assertThat(domain.within(() -> passwords.check(local, SambaDomain.PASSWORD))
                            .verdict())
                    .isEqualTo(PasswordKeeper.Verdict.RIGHT);
            assertThat(domain.within(() -> passwords.check(local, "wrong")))
                    .isEqualTo(new PasswordKeeper.Answer(PasswordKeeper.Verdict.WRONG, "directory: WRONG_PASSWORD"));
            assertThat(domain.within(() -> passwords.check(local, " ")).verdict())
                    .isEqualTo(PasswordKeeper.Verdict.WRONG);
        }
    }
}
