package org.beistand.integration.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beistand.integration.Authorities;
import org.beistand.integration.Integrations;
import org.beistand.integration.Reach;
import org.beistand.integration.servicenow.ServiceNowAccess.Credentials;
import org.beistand.samba.Certificates;
import org.beistand.samba.EncryptedDoor;
import org.beistand.servicenow.Fault;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAccessTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ServiceNowDouble instance;
    private Integrations integrations;
    private ServiceNowAccess access;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        instance = ServiceNowDouble.start(0, Clock.systemUTC());
        integrations = Integrations.start(
                new Integrations.Settings(folder, Clock.systemUTC(), Duration.ofSeconds(2), Duration.ofMillis(10))
                        .reaching(Reach.usualAnd(List.of("127.0.0.0/8", "::1/128"))));
        access = new ServiceNowAccess(
                instance.base(),
                ServiceNowDouble.USER,
                new Credentials.Basic(ServiceNowDouble.USER, ServiceNowDouble.PASSWORD));
    }

    @AfterEach
    void stop() throws IOException {
        integrations.close();
        instance.close();
    }

    @Test
    void namesColumnsAndGroupsThatAreNotThere() {
        instance.createdBy("admin", "sys_user_group", Map.of("name", "Service Desk", "active", "true"));
        instance.createdBy("admin", "sys_user_group", Map.of("name", "Twins", "active", "true"));
        instance.createdBy("admin", "sys_user_group", Map.of("name", "Twins", "active", "true"));
        var found = integrations
                .serviceNow()
                .check(access, List.of("u_remote_session", "u_typo"), List.of("Service Desk", "Twins", "Nobody"));
        assertThat(found.reached()).isTrue();
        assertThat(found.canReadDictionary()).isTrue();
        assertThat(found.missingColumns()).containsExactly("u_typo");
        assertThat(found.missingGroups()).containsExactly("Twins", "Nobody");
    }

    @Test
    void whatCannotBeReadIsNotCalledMissing() {
        instance.hides("sys_dictionary");
        instance.hides("sys_journal_field");
        var found = integrations.serviceNow().check(access, List.of("u_remote_session"), List.of());
        assertThat(found.canReadDictionary()).isFalse();
        assertThat(found.missingColumns()).isEmpty();
        assertThat(found.canReadJournal()).isFalse();
    }

    @Test
    void anAddressInsideTheHouseIsAskedOnlyWhenTheOperatorPermitsIt() {
        try (var usual = Integrations.start(Integrations.Settings.usual(folder, Clock.systemUTC()))) {
            var found = usual.serviceNow().check(access, List.of(), List.of());
            assertThat(found.reached()).isFalse();
            assertThat(found.reason()).startsWith("not-permitted: ");
        }
        assertThat(instance.requests()).isZero();
    }

    @Test
    void anInstanceWithoutTlsIsCalledThat() {
        var https = new ServiceNowAccess(
                URI.create(instance.base().toString().replace("http:", "https:")),
                ServiceNowDouble.USER,
                access.credentials());
        assertThat(integrations.serviceNow().check(https, List.of(), List.of()).reason())
                .startsWith("no-tls: ");
    }

    @Test
    void anInstanceWithACertificateOfTheCompanysAuthorityIsBelievedByThatCompanyAlone(@TempDir Path folder)
            throws Exception {
        var certificates = Certificates.in(folder, "127.0.0.1");
        try (var door = new EncryptedDoor(certificates, instance.base().getPort())) {
            assertThat(reason(door, "127.0.0.1", Authorities.NONE)).isEqualTo("untrusted");
            assertThat(reason(door, "127.0.0.1", new Authorities(certificates.stranger())))
                    .isEqualTo("untrusted");
            assertThat(reason(door, "localhost", new Authorities(certificates.authority())))
                    .as("another name than in the certificate")
                    .startsWith("wrong-name: ");
            assertThat(instance.requests()).isZero();
            assertThat(reason(door, "127.0.0.1", new Authorities(certificates.authority())))
                    .isEmpty();
            assertThat(instance.requests()).isPositive();
            assertThat(reason(door, "127.0.0.1", Authorities.NONE))
                    .as("over a connection that somebody else's authority vouched for")
                    .isEqualTo("untrusted");
        }
    }

    private String reason(EncryptedDoor door, String host, Authorities authorities) {
        var encrypted = new ServiceNowAccess(
                URI.create("https://" + host + ":" + door.port()),
                ServiceNowDouble.USER,
                access.credentials(),
                authorities);
        return integrations.serviceNow().check(encrypted, List.of(), List.of()).reason();
    }

    @Test
    void remembersWhatTheInstanceSaysAboutItsLimits() {
        assertThat(integrations.serviceNow().rateLimit(access)).isEmpty();
        instance.limits(5000, "Integrations");
        integrations.serviceNow().check(access, List.of(), List.of());
        assertThat(integrations.serviceNow().rateLimit(access)).hasValueSatisfying(limit -> {
            assertThat(limit.limit()).hasValue(5000L);
            assertThat(limit.rule()).isEqualTo("Integrations");
            assertThat(limit.resetsAt()).isPresent();
            assertThat(limit.refusedAt()).isEmpty();
        });
        instance.faults().next(Fault.TOO_MANY);
        integrations.serviceNow().push(access, letter());
        assertThat(integrations.serviceNow().rateLimit(access)).hasValueSatisfying(limit -> {
            assertThat(limit.refusedAt()).isPresent();
            assertThat(limit.limit())
                    .as("a refusal without figures leaves them")
                    .hasValue(5000L);
        });
    }

    private static IncidentLetter letter() {
        return new IncidentLetter(
                new UUID(1, 1),
                "ticket.created",
                "desk:1",
                "Beistand",
                Optional.empty(),
                IncidentFields.none(),
                IncidentFields.none(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }
}
