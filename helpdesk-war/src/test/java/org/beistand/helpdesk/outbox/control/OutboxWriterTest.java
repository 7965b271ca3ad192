package org.beistand.helpdesk.outbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.outbox.entity.OutboxEvent;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;

class OutboxWriterTest {

    @OnBothDatabases
    void anEventIsStoredInTheTransactionThatFiredIt(TestDatabase database) {
        UUID company = database.newCompany();
        database.run(
                company,
                entities -> Wiring.with(entities, new TestClock())
                        .get(OutboxWriter.class)
                        .remember(new Happened(company)));

        List<OutboxEvent> stored = database.in(
                company,
                entities -> entities.createQuery("from OutboxEvent", OutboxEvent.class)
                        .getResultList());
        assertThat(stored).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("test.happened");
            assertThat(event.payload()).isEqualTo("{\"text\":\"Grüße\"}");
        });
    }

    @OnBothDatabases
    void anEventOfAnotherCompanyIsRefused(TestDatabase database) {
        UUID company = database.newCompany();
        var foreign = new Happened(UUID.randomUUID());
        assertThatThrownBy(() -> database.run(
                        company,
                        entities -> Wiring.with(entities, new TestClock())
                                .get(OutboxWriter.class)
                                .remember(foreign)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another company");
    }

    private record Happened(UUID companyId) implements DomainEvent {

        @Override
        public Optional<UUID> ticketId() {
            return Optional.empty();
        }

        @Override
        public String type() {
            return "test.happened";
        }

        @Override
        public Instant occurredAt() {
            return TestClock.START;
        }

        @Override
        public Record payload() {
            return new Payload("Grüße");
        }
    }

    /** What the event says. */
    public record Payload(String text) {}
}
