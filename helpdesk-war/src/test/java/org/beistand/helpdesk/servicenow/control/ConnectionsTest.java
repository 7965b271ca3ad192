package org.beistand.helpdesk.servicenow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void whatHappensToOneCompanysConnectionDoesNotTouchAnothers(TestDatabase database) {
        var house = new House(database, new TestClock(), data.toString());
        var connections = house.get(Connections.class);
        UUID ours = database.newCompany();
        UUID theirs = database.newCompany();
        house.in(ours, connections::own);
        house.in(theirs, connections::own);

        house.in(ours, connections::noteSuccess);
        house.in(ours, () -> connections.noteFailure("down"));
        house.in(ours, () -> connections.polled("2026-11-22 08:00:00"));

        assertThat(connection(house, ours)).hasValueSatisfying(own -> {
            assertThat(own.succeededAt()).isPresent();
            assertThat(own.watermark()).isEqualTo("2026-11-22 08:00:00");
        });
        assertThat(connection(house, theirs)).hasValueSatisfying(other -> {
            assertThat(other.succeededAt()).isEmpty();
            assertThat(other.failure()).isEmpty();
            assertThat(other.watermark()).isEmpty();
        });
    }

    @OnBothDatabases
    void ofTwoNodesThatAskOnePolls(TestDatabase database) {
        var house = new House(database, new TestClock(), data.toString());
        var connections = house.get(Connections.class);
        UUID company = database.newCompany();
        house.in(company, connections::own);
        var own = connection(house, company).orElseThrow();
        assertThat(house.in(company, () -> connections.takePoll(own, TestClock.START)))
                .isTrue();
        assertThat(house.in(company, () -> connections.takePoll(own, TestClock.START.plusSeconds(5))))
                .isFalse();
        assertThat(house.in(company, () -> connections.takePoll(own, TestClock.START.plusSeconds(15))))
                .isTrue();
    }

    @OnBothDatabases
    void anotherInstanceIsNeverShownTheSecretsOfThisOne(TestDatabase database) {
        var house = new House(database, new TestClock(), data.toString());
        var connections = house.get(Connections.class);
        UUID company = database.newCompany();
        house.in(company, () -> {
            var own = connections.own();
            String sealed = connections.sealPassword("secret");
            own.reach("https://one.service-now.com", AccessKind.BASIC, "u", sealed, "", "");
            own.reach("https://one.service-now.com", AccessKind.BASIC, "u", "", "", "");
            assertThat(own.sealedPassword()).isEqualTo(sealed);
            own.reach("https://two.service-now.com", AccessKind.BASIC, "u", "", "", "");
            assertThat(own.sealedPassword()).isEmpty();
            return own;
        });
    }

    private static Optional<ServiceNowConnection> connection(House house, UUID company) {
        return house.in(company, house.get(Connections.class)::current);
    }
}
