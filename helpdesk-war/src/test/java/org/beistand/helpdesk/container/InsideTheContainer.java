package org.beistand.helpdesk.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.boundary.CompanyCard;
import org.beistand.helpdesk.identity.boundary.CompanyDirectory;
import org.beistand.helpdesk.identity.control.Accounts;
import org.beistand.helpdesk.platform.event.DomainEvent;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.boundary.TicketDesk;
import org.beistand.helpdesk.ticket.entity.StaleTicketException;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** The demo company's Maria works on one of its tickets; the installation's first company must not see any of it. */
@ArquillianTest
abstract class InsideTheContainer {

    private static final String TICKET = "INC-1005";
    private static final String DEMO = "demo";
    private static final String FIRST = "default";

    @Inject
    TicketDesk desk;

    @Inject
    EventRows events;

    @Inject
    Event<DomainEvent> fire;

    @Inject
    UserTransaction transaction;

    @Inject
    CompanyDirectory companies;

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller caller;

    @Test
    void anEventIsCommittedWithTheChangeThatFiredIt() {
        within(DEMO, () -> {
            beMaria();
            long before = inTransaction(events::count);
            desk.note(TICKET, "kept");
            assertThat(inTransaction(events::count)).isGreaterThan(before);
        });
    }

    @Test
    void anEventRollsBackWithTheTransactionThatFiredIt() {
        within(DEMO, () -> {
            beMaria();
            int notes = desk.notes(TICKET).size();
            long before = inTransaction(events::count);
            transaction.begin();
            desk.note(TICKET, "never happened");
            assertThat(events.count()).isGreaterThan(before);
            transaction.rollback();
            assertThat(inTransaction(events::count)).isEqualTo(before);
            assertThat(desk.notes(TICKET)).hasSize(notes);
        });
    }

    @Test
    void aRefusedChangeLeavesNoEvent() {
        within(DEMO, () -> {
            beMaria();
            long before = inTransaction(events::count);
            assertThatThrownBy(() -> desk.change(TICKET, -1, subject("too late")))
                    .isInstanceOf(StaleTicketException.class);
            assertThat(inTransaction(events::count)).isEqualTo(before);
            assertThat(desk.ticket(TICKET).subject()).isNotEqualTo("too late");
        });
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        within(DEMO, () -> {
            long before = inTransaction(events::count);
            assertThatThrownBy(() -> fire.fire(new SomethingHappened(CurrentCompany.require())))
                    .isInstanceOf(RuntimeException.class);
            assertThat(inTransaction(events::count)).isEqualTo(before);
        });
    }

    @Test
    void anEventOfAnotherCompanyIsRefused() {
        UUID demo = company(DEMO);
        within(FIRST, () -> {
            transaction.begin();
            assertThatThrownBy(() -> fire.fire(new SomethingHappened(demo))).isInstanceOf(RuntimeException.class);
            transaction.rollback();
        });
    }

    @Test
    void oneThreadSeesOneCompanyAfterTheOtherAndNeverBoth() {
        within(DEMO, () -> assertThat(desk.ticket(TICKET).number()).isEqualTo(TICKET));
        UUID id = CurrentCompany.call(company(DEMO), () -> desk.ticket(TICKET).id());
        within(FIRST, () -> {
            for (String reference : List.of(TICKET, id.toString())) {
                assertThatThrownBy(() -> desk.ticket(reference)).isInstanceOf(NotFoundException.class);
            }
            assertThat(inTransaction(events::count)).isZero();
        });
        within(DEMO, () -> assertThat(inTransaction(events::count)).isPositive());
    }

    @Test
    void workForTheWholeInstallationIsRefusedACompanysRows() {
        assertThatThrownBy(() -> CurrentCompany.forInstallation(() -> desk.ticket(TICKET)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    @RunAsClient
    void aPageRendersInBothLanguages(@ArquillianResource URL base) {
        assertThat(get(base, "login", "Accept-Language", "de").body()).contains("Anmelde");
        var english = get(base, "login", "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("lang=\"en\"").doesNotContain("#{");
    }

    @Test
    @RunAsClient
    void refusalsAreProblems(@ArquillianResource URL base) {
        for (String path : List.of("api/v1/me", "api/v1/tickets/" + TICKET)) {
            var answer = get(base, path, "Accept", "application/json");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("urn:beistand:problem:", "\"correlationId\"");
        }
    }

    private static HttpResponse<String> get(URL base, String path, String... headers) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + base.getPort() + "/" + path))
                    .headers(headers);
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void beMaria() {
        UUID maria = inTransaction(
                () -> accounts.byLoginName("maria.lindner").orElseThrow().id());
        caller.become(new Caller(
                maria,
                CurrentCompany.require(),
                "Maria Lindner",
                Role.TECHNICIAN,
                Role.TECHNICIAN.scopes(),
                "",
                Caller.Way.API_TOKEN,
                ""));
    }

    private UUID company(String slug) {
        return CurrentCompany.forInstallation(() -> companies.bySlug(slug))
                .map(CompanyCard::id)
                .orElseThrow();
    }

    private void within(String slug, Steps steps) {
        CurrentCompany.run(company(slug), () -> inOrder(steps));
    }

    private static void inOrder(Steps steps) {
        try {
            steps.take();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        try {
            transaction.begin();
            try {
                return work.get();
            } finally {
                transaction.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TicketEdit subject(String text) {
        return new TicketEdit(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a test does for one company; transactions throw checked exceptions. */
    private interface Steps {
        void take() throws Exception;
    }

    /** An event of nobody's business. */
    record SomethingHappened(UUID companyId) implements DomainEvent {

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
            return Instant.EPOCH;
        }

        @Override
        public Record payload() {
            return this;
        }
    }
}
