package org.beistand.integration.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;
import org.beistand.integration.Authorities;
import org.beistand.integration.Reach;
import org.beistand.integration.directory.Directory.Bound;
import org.beistand.samba.SambaDomain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is named, and never taken for an answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDirectoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Reach LOOPBACK = Reach.usualAnd(List.of("127.0.0.0/8"));
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SambaDomain domain = SambaDomain.get();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @SuppressWarnings("NullAway.Init")
    private Directory directory;

    @BeforeAll
    void start() throws Exception {
        directory = new Directory(camel, camel.createProducerTemplate(), LOOPBACK, Clock.systemUTC(), PATIENCE);
        camel.start();
    }

    @AfterAll
    void stop() {
        camel.stop();
    }

    @Test
    void anAuthorityThatIsNotTheirsOpensNothing() {
        for (String server : List.of(domain.ldaps(), domain.ldap())) {
            var access = with(domain.strangersAuthority(), SambaDomain.PASSWORD, server);
            assertThat(fault(access)).as(server).isEqualTo(Fault.Kind.CHAIN);
        }
        assertThat(fault(with("", SambaDomain.PASSWORD, domain.ldaps())))
                .as("a private authority is not one that Java knows")
                .isEqualTo(Fault.Kind.CHAIN);
        assertThat(fault(with("no certificate", SambaDomain.PASSWORD, domain.ldaps())))
                .isEqualTo(Fault.Kind.AUTHORITY);
    }

    @Test
    void aCertificateForAnotherNameOpensNothing() {
        for (String server : List.of(domain.ldapsUnderAnotherName(), domain.ldapUnderAnotherName())) {
            assertThat(fault(access(server))).as(server).isEqualTo(Fault.Kind.HOST_NAME);
        }
    }

    @Test
    void theServiceAccountsPasswordIsNamed() {
        assertThat(fault(with(domain.authority(), "wrong", domain.ldaps()))).isEqualTo(Fault.Kind.CREDENTIALS);
        for (String none : List.of("", "   ")) {
            assertThat(fault(with(domain.authority(), none, domain.ldaps()))).isEqualTo(Fault.Kind.CREDENTIALS);
        }
    }

    @Test
    void theCompanysAuthorityCountsWhereTheDirectoryHasNoneOfItsOwn() {
        assertThat(directory.check(house("", domain.authority())).getFirst().fault())
                .isEmpty();
        assertThat(fault(house("", domain.strangersAuthority()))).isEqualTo(Fault.Kind.CHAIN);
        assertThat(fault(house(domain.strangersAuthority(), domain.authority())))
                .as("the directory's own is trusted alone")
                .isEqualTo(Fault.Kind.CHAIN);
    }

    private DirectoryAccess house(String authority, String company) {
        return new DirectoryAccess(
                servers(domain.ldaps()),
                SambaDomain.SERVICE_USER,
                SambaDomain.PASSWORD,
                authority,
                SambaDomain.BASE,
                "",
                new Authorities(company));
    }

    @Test
    void baseAndFilterAreNamed() {
        assertThat(fault(new DirectoryAccess(
                        servers(domain.ldaps()),
                        SambaDomain.SERVICE_USER,
                        SambaDomain.PASSWORD,
                        domain.authority(),
                        "OU=None," + SambaDomain.BASE,
                        "")))
                .isEqualTo(Fault.Kind.BASE);
        assertThat(fault(new DirectoryAccess(
                        servers(domain.ldaps()),
                        SambaDomain.SERVICE_USER,
                        SambaDomain.PASSWORD,
                        domain.authority(),
                        SambaDomain.BASE,
                        "(oops")))
                .isEqualTo(Fault.Kind.FILTER);
    }

    @Test
    void nobodyThereIsNamed() {
        assertThat(fault(access("ldaps://no-such-host.invalid"))).isEqualTo(Fault.Kind.NAME_UNKNOWN);
        assertThat(fault(access("ldaps://127.0.0.1:21198"))).isEqualTo(Fault.Kind.UNREACHABLE);
    }

    @Test
    void nobodyLearnsWhatListensOnThisMachine() throws Exception {
        var other = new DefaultCamelContext();
        var usual = new Directory(
                other, other.createProducerTemplate(), Reach.usualAnd(List.of()), Clock.systemUTC(), PATIENCE);
        try (var listening = Doubtful.who(Doubtful.Habit.HANGS_UP)) {
            var access = access(listening.address("ldaps"), listening.address("ldap"), "ldaps://127.0.0.1:21198");
            assertThat(usual.check(access))
                    .extracting(probe -> probe.fault().map(Fault::kind))
                    .containsOnly(Optional.of(Fault.Kind.NOT_PERMITTED));
            assertThat(usual.bind(access, UUID.randomUUID(), SambaDomain.PASSWORD))
                    .isInstanceOfSatisfying(
                            Bound.Unavailable.class,
                            none -> assertThat(none.fault().kind()).isEqualTo(Fault.Kind.NOT_PERMITTED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT,ldaps,SILENT",
        "SILENT,ldap,SILENT",
        "SILENT_AFTER_START_TLS,ldap,SILENT",
        "HANGS_UP,ldap,",
        "HANGS_UP,ldaps,"
    })
    void whoeverHangsIsLeft(Doubtful.Habit habit, String scheme, Fault.@Nullable Kind named) throws IOException {
        try (var server = Doubtful.who(habit)) {
            long begin = System.nanoTime();
            var reading = directory.read(access(server.address(scheme)), Set.of(), Set.of());
            assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class, failed -> {
                if (named != null) {
                    assertThat(failed.fault().kind())
                            .as(failed.fault().detail())
                            .isEqualTo(named);
                }
            });
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        }
    }

    @Test
    void theNextServerAnswersWhenOneHangs() throws IOException {
        try (var hanging = Doubtful.who(Doubtful.Habit.SILENT)) {
            var access = access("ldaps://127.0.0.1:21198", hanging.address("ldaps"), domain.ldaps());
            assertThat(directory.read(access, Set.of(), Set.of())).isInstanceOf(Reading.Complete.class);
        }
    }

    @Test
    void aTestDoesNotWaitForOneServerBeforeItTriesTheNext() throws IOException {
        try (var server = Doubtful.who(Doubtful.Habit.HANGS_UP_ON_TWO)) {
            String address = server.address("ldaps");
            assertThat(directory.check(access(address, address)))
                    .hasSize(2)
                    .noneMatch(probe -> probe.fault().orElseThrow().kind() == Fault.Kind.SILENT);
        }
    }

    @Test
    void whoeverSignsInIsToldSoonThatNobodyAnswers() throws Exception {
        var other = new DefaultCamelContext();
        var patient = new Directory(
                other, other.createProducerTemplate(), LOOPBACK, Clock.systemUTC(), Duration.ofSeconds(60));
        try (var hanging = Doubtful.who(Doubtful.Habit.SILENT)) {
            String silent = hanging.address("ldaps");
            var access = access(silent, silent, silent, silent, silent);
            long begin = System.nanoTime();
            assertThat(patient.bind(access, UUID.randomUUID(), SambaDomain.PASSWORD))
                    .isInstanceOfSatisfying(
                            Bound.Unavailable.class,
                            none -> assertThat(none.fault().kind()).isEqualTo(Fault.Kind.SILENT));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void anAnswerThatWasCutOffIsNoAnswer() throws Exception {
        try (var stingy = StingyDirectory.giving(5, domain)) {
            assertThat(fault(reading(stingy.ldaps()))).isEqualTo(Fault.Kind.TRUNCATED);
        }
        try (var generous = StingyDirectory.giving(100, domain)) {
            assertThat(directory.check(reading(generous.ldaps())).getFirst()).satisfies(probe -> {
                assertThat(probe.fault()).isEmpty();
                assertThat(probe.people()).isEqualTo(20);
            });
        }
    }

    private DirectoryAccess reading(String server) {
        return new DirectoryAccess(
                servers(server), StingyDirectory.USER, SambaDomain.PASSWORD, domain.authority(), SambaDomain.BASE, "");
    }

    @Test
    void aGroupThatIsGoneIsNoEmptyGroup() {
        assertThat(directory.read(access(domain.ldaps()), Set.of(UUID.randomUUID()), Set.of()))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.GROUP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\t"})
    void anEmptyPasswordIsNobodys(String password) {
        assertThat(directory.bind(access(domain.ldaps()), UUID.randomUUID(), password))
                .isEqualTo(new Bound.Refused(BindRefusal.WRONG_PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*)(objectClass=*", "Helpdesk)(|(cn=*", "\\2a", "Help*", "\u0000", "CN=Helpdesk*"})
    void aNameIsNoFilter(String name) {
        assertThat(directory.groupsCalled(access(domain.ldaps()), name))
                .isInstanceOfSatisfying(
                        Directory.Groups.Found.class,
                        found -> assertThat(found.groups()).isEmpty());
    }

    private Fault.Kind fault(DirectoryAccess access) {
        return directory.check(access).getFirst().fault().orElseThrow().kind();
    }

    private DirectoryAccess access(String... servers) {
        return with(domain.authority(), SambaDomain.PASSWORD, servers);
    }

    private static DirectoryAccess with(String authority, String password, String... servers) {
        return new DirectoryAccess(
                servers(servers), SambaDomain.SERVICE_USER, password, authority, SambaDomain.BASE, "");
    }

    private static List<URI> servers(String... servers) {
        return Arrays.stream(servers).map(URI::create).toList();
    }
}
