package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.entity.Attachment;
import org.beistand.helpdesk.ticket.entity.AttachmentName;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.TicketPriority;

class AttachmentsTest {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    private final TestClock clock = new TestClock();

    private Wiring beans(EntityManager entities) {
        return Wiring.with(entities, clock);
    }

    private UUID ticketIn(TestDatabase database, UUID company) {
        return database.in(company, entities -> {
            var anna = new Customer("Anna Berg", "anna@example.org", Locale.GERMAN, clock.instant());
            entities.persist(anna);
            var wanted = new NewTicket(
                    anna.id(), "Printer offline", "", TicketPriority.HIGH, Optional.empty(), Optional.empty());
            return beans(entities).get(TicketChanges.class).open(wanted, MARIA).id();
        });
    }

    @OnBothDatabases
    void othersWorkWithTheTicketWhileALargeFileIsStored(TestDatabase database) {
        var company = database.newCompany();
        var ticket = ticketIn(database, company);
        var attachment = new Attachment(
                UUID.randomUUID(),
                ticket,
                AttachmentName.of("large.bin"),
                "application/octet-stream",
                2,
                "0".repeat(64),
                MARIA,
                clock.instant());

        database.run(
                company,
                entities -> beans(entities)
                        .get(Attachments.class)
                        .add(attachment, new Meanwhile(() -> noteIn(database, company, ticket))));

        database.run(
                company,
                entities -> assertThat(beans(entities).get(TicketTimeline.class).entries(ticket))
                        .extracting(entry -> entry.getClass().getSimpleName())
                        .containsExactlyInAnyOrder("Attachment", "InternalNote"));
    }

    /** In a transaction of its own, of somebody else. */
    private void noteIn(TestDatabase database, UUID company, UUID ticket) {
        CompletableFuture.runAsync(() -> database.run(
                        company,
                        entities ->
                                beans(entities).get(TicketTimeline.class).addInternalNote(ticket, "Meanwhile", MARIA)))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** Two bytes, between which something else happens. */
    private static final class Meanwhile extends InputStream {

        private final Runnable other;
        private int read;

        Meanwhile(Runnable other) {
            this.other = other;
        }

        @Override
        public int read() {
            if (read == 1) {
                other.run();
            }
            return read++ < 2 ? 'x' : -1;
        }
    }
}
