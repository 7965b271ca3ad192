package org.beistand.integration.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.integration.Integrations;
import org.beistand.integration.Reach;
import org.beistand.integration.directory.Directory.Bound;
import org.beistand.integration.directory.ForeignPerson.Standing;
import org.beistand.samba.Population;
import org.beistand.samba.SambaDomain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a real domain controller answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {

    private final SambaDomain domain = SambaDomain.get();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Integrations integrations;

    @SuppressWarnings("NullAway.Init")
    private Directory directory;

    @BeforeAll
    void start() {
        domain.makePrimary(Population.HELPDESK, Population.PAUL);
        integrations = Integrations.start(Integrations.Settings.usual(folder, Clock.systemUTC())
                .reaching(Reach.usualAnd(List.of("127.0.0.0/8"))));
        directory = integrations.directory();
    }

    @AfterAll
    void stop() {
        integrations.close();
    }

    @Test
    void membersAreFoundDirectlyByNestingAndByPrimaryGroupAndLoopsEnd() {
        var read = read(Population.HELPDESK);
        assertThat(names(read))
                .containsExactlyInAnyOrder("anna.schulz", "juergen.weiss", "zoe", "nina", "paul", "dora", "eva", "mia");
        assertThat(read.domain()).isEqualTo("BEISTAND");
        assertThat(person(read, "dora").standing()).isEqualTo(Standing.DISABLED);
        assertThat(person(read, "eva").standing()).isEqualTo(Standing.EXPIRED);
        assertThat(person(read, "mia").standing()).isEqualTo(Standing.ACTIVE);
        assertThat(person(read, "zoe").displayName()).isEqualTo("#1 \"Zoë\" + Co/KG (Süd*)");
        assertThat(person(read, "juergen.weiss").displayName()).isEqualTo("Weiß, Jürgen");
    }

    @Test
    void aGroupOfManyIsReadWhole() {
        var read = read(Population.CROWD);
        assertThat(read.people()).hasSize(Population.CROWD_SIZE);
    }

    @Test
    void nestingIsFollowedToItsEndThroughLoopsAndThroughPlacesThatAreNotRead() {
        String deepest = nest(8);
        domain.add(Population.person("CN=Tina Tief," + Population.PEOPLE, "tina", "Tina Tief", "", 512));
        domain.add(Population.person("CN=Toni Tief," + Population.PEOPLE, "toni", "Toni Tief", "", 512));
        domain.addMember(deepest, "CN=Tina Tief," + Population.PEOPLE);
        domain.makePrimary(deepest, "CN=Toni Tief," + Population.PEOPLE);
        domain.addMember(deepest, Population.CROWD);

        var access = new DirectoryAccess(
                List.of(URI.create(domain.ldaps())),
                SambaDomain.SERVICE_USER,
                SambaDomain.PASSWORD,
                domain.authority(),
                Population.PEOPLE,
                "");
        var reading = directory.read(access, List.of(guid(access, nested(0))), Set.of());
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        read -> assertThat(names(read))
                                .hasSize(Population.CROWD_SIZE + 2)
                                .contains("tina", "toni"));
    }

    /** Groups in one another, the last of which has the first in it. @return the last */
    private String nest(int groups) {
        for (int i = groups - 1; i >= 0; i--) {
            List<String> group = new ArrayList<>(
                    List.of(Population.line("dn", nested(i)), "objectClass: group", "sAMAccountName: Tief" + i));
            if (i < groups - 1) {
                group.add(Population.line("member", nested(i + 1)));
            }
            group.add("");
            domain.add(group);
        }
        domain.addMember(nested(groups - 1), nested(0));
        return nested(groups - 1);
    }

    private static String nested(int level) {
        return "CN=Tief " + level + "," + (level % 2 == 0 ? Population.PEOPLE : Population.ELSEWHERE);
    }

    @Test
    void passwordsAreAskedForOverBothKindsOfLine() {
        var read = read(Population.HELPDESK);
        for (String server : List.of(domain.ldaps(), domain.ldap())) {
            for (String name : List.of("anna.schulz", "zoe", "juergen.weiss", "paul")) {
                assertThat(bind(server, read, name, SambaDomain.PASSWORD))
                        .as(name)
                        .isEqualTo(new Bound.Accepted());
            }
            assertThat(bind(server, read, "anna.schulz", "wrong")).isEqualTo(refused(BindRefusal.WRONG_PASSWORD));
        }
    }

    @Test
    void whoMayNotSignInIsToldApart() {
        var read = read(Population.HELPDESK);
        assertThat(bind(domain.ldaps(), read, "dora", SambaDomain.PASSWORD)).isEqualTo(refused(BindRefusal.DISABLED));
        assertThat(bind(domain.ldaps(), read, "eva", SambaDomain.PASSWORD))
                .isEqualTo(refused(BindRefusal.ACCOUNT_EXPIRED));
        assertThat(bind(domain.ldaps(), read, "mia", SambaDomain.PASSWORD))
                .isEqualTo(refused(BindRefusal.MUST_CHANGE_PASSWORD));
        assertThat(directory.bind(access(domain.ldaps()), UUID.randomUUID(), SambaDomain.PASSWORD))
                .isEqualTo(refused(BindRefusal.UNKNOWN_USER));
    }

    @Test
    void whoeverIsElsewhereIsToldApartFromWhoeverIsGone() {
        var lea = person(read(Population.LEADERS), "lea").guid();
        var gone = UUID.randomUUID();
        var access = access(domain.ldaps());
        var reading = directory.read(access, List.of(guid(access, Population.NIGHT)), List.of(lea, gone));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        read -> assertThat(read.elsewhere()).containsExactly(lea));
    }

    private Bound bind(String server, Reading.Complete read, String account, String password) {
        return directory.bind(access(server), person(read, account).guid(), password);
    }

    private static Bound refused(BindRefusal reason) {
        return new Bound.Refused(reason);
    }

    private Reading.Complete read(String... groups) {
        var access = access(domain.ldaps());
        List<UUID> guids = Arrays.stream(groups).map(dn -> guid(access, dn)).toList();
        var reading = directory.read(access, guids, Set.of());
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return (Reading.Complete) reading;
    }

    private UUID guid(DirectoryAccess access, String dn) {
        var found = directory.groupsCalled(access, dn);
        assertThat(found).isInstanceOf(Directory.Groups.Found.class);
        return ((Directory.Groups.Found) found).groups().getFirst().guid();
    }

    private static Set<String> names(Reading.Complete read) {
        return read.people().stream().map(ForeignPerson::accountName).collect(Collectors.toSet());
    }

    private static ForeignPerson person(Reading.Complete read, String account) {
        return read.people().stream()
                .filter(one -> one.accountName().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private DirectoryAccess access(String... servers) {
        return new DirectoryAccess(
                Arrays.stream(servers).map(URI::create).toList(),
                SambaDomain.SERVICE_USER,
                SambaDomain.PASSWORD,
                domain.authority(),
                SambaDomain.BASE,
                "");
    }
}
