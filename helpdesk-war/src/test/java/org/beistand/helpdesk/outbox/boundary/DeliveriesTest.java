package org.beistand.helpdesk.outbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.helpdesk.outbox.control.OutboxDestination;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.problem.ForbiddenException;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.testkit.Eventually;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.integration.Outcome;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @OnBothDatabases
    void anAdministratorReplaysOrDiscardsWhatWasRefused(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        var moody = new Moody();
        desk.open(moody);
        desk.newTicket("first");
        desk.newTicket("second");
        var deliveries = desk.house().get(Deliveries.class);
        desk.house().get(CurrentCaller.class).become(caller(company, Role.ADMINISTRATOR));
        Eventually.is("both parked", SOON, () -> {
            desk.nudge();
            return desk.house().in(company, deliveries::parked).size() == 2;
        });
        var parked = desk.house().in(company, deliveries::parked);
        assertThat(parked.getFirst().reason()).isEqualTo("refused");
        assertThat(parked.getFirst().payload()).contains("first");

        moody.refuses.set(false);
        desk.house().in(company, () -> {
            deliveries.replay(parked.getFirst().id());
            deliveries.discard(parked.getLast().id());
            return Boolean.TRUE;
        });
        Eventually.is("replayed", SOON, () -> {
            desk.nudge();
            return moody.repeats.get() == 1;
        });
        assertThat(desk.house().in(company, deliveries::parked)).isEmpty();
        assertThatThrownBy(() -> desk.house().in(company, () -> {
                    deliveries.replay(parked.getLast().id());
                    return Boolean.TRUE;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @OnBothDatabases
    void aTechnicianSeesNoneOfIt(TestDatabase database) {
        UUID company = database.newCompany();
        var desk = new Desk(database, data, company, Duration.ofSeconds(30));
        desk.open(new Moody());
        desk.house().get(CurrentCaller.class).become(caller(company, Role.TECHNICIAN));
        var deliveries = desk.house().get(Deliveries.class);
        assertThatThrownBy(() -> desk.house().in(company, deliveries::parked)).isInstanceOf(ForbiddenException.class);
    }

    private static Caller caller(UUID company, Role role) {
        return new Caller(UUID.randomUUID(), company, "Claudia", role, Set.of(), "", Caller.Way.BROWSER_SESSION, "");
    }

    /** Refuses everything, until it does not. */
    private static final class Moody implements OutboxDestination {

        final AtomicBoolean refuses = new AtomicBoolean(true);
        final AtomicInteger repeats = new AtomicInteger();

        @Override
        public String name() {
            return "moody";
        }

        @Override
        public int parallel() {
            return 2;
        }

        @Override
        public boolean wants(DomainEvent event) {
            return true;
        }

        @Override
        public Outcome deliver(OutboxEvent event, boolean repeat) {
            if (refuses.get()) {
                return new Outcome.Permanent("refused");
            }
            repeats.addAndGet(repeat ? 1 : 0);
            return new Outcome.Delivered();
        }
    }
}
