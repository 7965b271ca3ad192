package org.beistand.helpdesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.audit.entity.AuditEntry;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.testkit.Wiring;
import org.beistand.helpdesk.ticket.control.TicketChanges.NewTicket;
import org.beistand.helpdesk.ticket.entity.Author;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketPriority;

class RequesterChangesTest {

    private static final Author MARIA = Author.technician(UUID.randomUUID(), "Maria Lindner");

    private final TestClock clock = new TestClock();

    private Wiring beans(EntityManager entities) {
        return Wiring.with(entities, clock);
    }

    private Customer person(EntityManager entities, String name, String email) {
        var person = new Customer(name, email, Locale.GERMAN, clock.instant());
        entities.persist(person);
        return person;
    }

    private Ticket ticket(EntityManager entities, Customer requester, String subject) {
        return beans(entities)
                .get(TicketChanges.class)
                .open(
                        new NewTicket(
                                requester.id(), subject, "", TicketPriority.NORMAL, Optional.empty(), Optional.empty()),
                        MARIA);
    }

    private List<String> found(EntityManager entities, String words) {
        return beans(entities)
                .get(Tickets.class)
                .page(TicketFilter.ALL.matching(words), TicketOrder.NEWEST_ACTIVITY, 0, 50)
                .rows()
                .stream()
                .map(TicketRow::subject)
                .toList();
    }

    private static List<AuditEntry> audit(EntityManager entities) {
        return entities.createQuery("from AuditEntry", AuditEntry.class).getResultList();
    }

    @OnBothDatabases
    void allTicketsOfThePersonAreFoundByTheNewNameAndNoneByTheOld(TestDatabase database) {
        database.run(database.newCompany(), entities -> {
            var anna = person(entities, "Ana Berk", "ana@example.org");
            var printer = ticket(entities, anna, "Printer");
            ticket(entities, anna, "Mail");
            ticket(entities, person(entities, "Tom Reed", "tom@example.org"), "Phone");

            beans(entities)
                    .get(RequesterChanges.class)
                    .correct(printer, " Anna Berg ", "Anna.Berg@Example.org", "maria");
            entities.flush();

            assertThat(anna.name()).isEqualTo("Anna Berg");
            assertThat(anna.email()).isEqualTo("anna.berg@example.org");
            assertThat(found(entities, "anna berg")).containsExactlyInAnyOrder("Printer", "Mail");
            assertThat(found(entities, "berk")).isEmpty();
            assertThat(audit(entities)).singleElement().satisfies(line -> {
                assertThat(line.actor()).isEqualTo("maria");
                assertThat(line.action()).isEqualTo("requester.changed");
                assertThat(line.subject()).isEqualTo(printer.number().toString());
                assertThat(line.detail()).isEqualTo("Ana Berk <ana@example.org> -> Anna Berg <anna.berg@example.org>");
            });
        });
    }

    @OnBothDatabases
    void nothingChangedIsNothingWrittenDown(TestDatabase database) {
        database.run(database.newCompany(), entities -> {
            var ticket = ticket(entities, person(entities, "Anna Berg", "anna@example.org"), "Printer");

            beans(entities).get(RequesterChanges.class).correct(ticket, "Anna Berg", "ANNA@example.org", "maria");

            assertThat(audit(entities)).isEmpty();
        });
    }

    @OnBothDatabases
    void whoIsVerifiedOrHasSomebodyElsesAddressStaysAsTheyAre(TestDatabase database) {
        database.run(database.newCompany(), entities -> {
            var anna = person(entities, "Anna Berg", "anna@example.org");
            var tom = person(entities, "Tom Reed", "tom@example.org");
            tom.verify();
            var printer = ticket(entities, anna, "Printer");
            var phone = ticket(entities, tom, "Phone");
            var changes = beans(entities).get(RequesterChanges.class);

            assertThatThrownBy(() -> changes.correct(printer, "Anna", "TOM@example.org", "maria"))
                    .isInstanceOf(RequesterKnownException.class);
            assertThatThrownBy(() -> changes.correct(phone, "Thomas", "tom@example.org", "maria"))
                    .isInstanceOf(RequesterVerifiedException.class);
            assertThat(anna.name()).isEqualTo("Anna Berg");
            assertThat(tom.name()).isEqualTo("Tom Reed");
            assertThat(audit(entities)).isEmpty();
        });
    }
}
