package org.beistand.helpdesk.servicenow.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.beistand.helpdesk.outbox.boundary.RunningRoutes;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.servicenow.control.Connections;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection;
import org.beistand.helpdesk.testkit.House;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.OnThisMachine;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Integrations;
import org.beistand.servicenow.Fault;
import org.beistand.servicenow.ServiceNowDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** When an instance that gave no answer is asked again. */
class PollPauseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private final TestClock clock = new TestClock();

    @SuppressWarnings("NullAway.Init")
    private ServiceNowDouble instance;

    @SuppressWarnings("NullAway.Init")
    private Integrations routes;

    @BeforeEach
    void start() throws IOException {
        instance = ServiceNowDouble.start(0, clock);
        routes = Integrations.start(
                Integrations.Settings.usual(data, Clock.systemUTC()).reaching(OnThisMachine.REACH));
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        instance.close();
    }

    @OnBothDatabases
    void anInstanceIsLeftAloneAsLongAsItAsks(TestDatabase database) {
        var polling = new Polling(database);
        instance.faults().retryAfter(Duration.ofMinutes(10));
        instance.faults().nextOfAny(Fault.TOO_MANY);
        assertThat(polling.asks()).isTrue();
        assertThat(polling.connection().failure()).startsWith("rate-limit");
        assertThat(polling.connection().pollNotBefore())
                .contains(clock.instant().plus(Duration.ofMinutes(10)));

        clock.advance(Duration.ofMinutes(9));
        assertThat(polling.asks()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(polling.asks()).isTrue();
        assertThat(polling.connection().pollNotBefore()).isEmpty();
        assertThat(polling.asks()).isTrue();
    }

    @OnBothDatabases
    void anInstanceInTroubleIsAskedEverMoreSeldomUntilItAnswers(TestDatabase database) {
        var polling = new Polling(database);
        for (int i = 0; i < 15; i++) {
            instance.faults().nextOfAny(Fault.HTML_503);
            assertThat(polling.asks()).isTrue();
            assertThat(polling.asks()).isFalse();
            clock.advance(Duration.between(
                    clock.instant(), polling.connection().pollNotBefore().orElseThrow()));
        }
        instance.faults().nextOfAny(Fault.HTML_503);
        assertThat(polling.asks()).isTrue();
        clock.advance(Duration.ofMinutes(4));
        assertThat(polling.asks()).isFalse();

        polling.saved();
        assertThat(polling.asks()).as("an administrator may have mended it").isTrue();
        assertThat(polling.connection().pollFailures()).isZero();
    }

    /** A company that asks its instance. */
    private final class Polling {

        private final House house;
        private final UUID company;

        Polling(TestDatabase database) {
            house = new House(database, clock, data.toString());
            company = database.newCompany();
            house.and(RunningRoutes.class, new RunningRoutes() {
                @Override
                public Integrations get() {
                    return routes;
                }
            });
            Both.connect(house, company, instance);
        }

        /** @return whether the instance was asked at all */
        boolean asks() {
            long before = instance.requests();
            CurrentCompany.run(company, house.get(ServiceNowPolls.class)::pollIfDue);
            return instance.requests() > before;
        }

        void saved() {
            house.in(company, house.get(Connections.class)::forgetPollFailures);
        }

        ServiceNowConnection connection() {
            return house.in(
                    company, () -> house.get(Connections.class).current().orElseThrow());
        }
    }
}
