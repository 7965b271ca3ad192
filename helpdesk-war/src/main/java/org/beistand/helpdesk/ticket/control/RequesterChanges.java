package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.audit.control.AuditLog;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.control.TicketEvent.RequesterCorrected;
import org.beistand.helpdesk.ticket.entity.Ticket;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * Corrects a requester's name and address. All their tickets are found by the new ones from then on. Runs in the
 * caller's transaction.
 */
@ApplicationScoped
public class RequesterChanges {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Tickets tickets;

    @Inject
    Customers customers;

    @Inject
    TicketWords words;

    @Inject
    AuditLog audit;

    @Inject
    Event<TicketEvent> events;

    @Inject
    Clock clock;

    /**
     * @param name not blank
     * @param email empty if nobody knows one
     * @param actor who corrects it, for the audit
     * @throws RequesterVerifiedException when a directory or a login has confirmed who this is
     * @throws RequesterKnownException when somebody else has that address
     */
    public Customer correct(Ticket ticket, String name, String email, String actor) {
        var id = ticket.requesterId();
        var requester = customers.locked(id).orElseThrow(() -> new NotFoundException("requester " + id));
        var before = written(requester);
        if (requester.isVerified()) {
            throw new RequesterVerifiedException(id, requester.name());
        }
        customers
                .byEmail(email)
                .filter(other -> !email.isBlank() && !other.id().equals(id))
                .ifPresent(other -> {
                    throw new RequesterKnownException(id, other.email());
                });
        requester.rename(name.strip());
        requester.writeTo(email);
        if (!written(requester).equals(before)) {
            audit.record(actor, "requester.changed", ticket.number().toString(), before + " -> " + written(requester));
            ticketsOf(id).forEach(one -> refresh(tickets.requireForUpdate(one), requester));
        }
        return requester;
    }

    /** What is closed is history over there, too. */
    private void refresh(Ticket ticket, Customer requester) {
        words.refresh(ticket);
        if (ticket.state() != TicketState.CLOSED) {
            events.fire(RequesterCorrected.of(CurrentCompany.require(), ticket, requester, clock.instant()));
        }
    }

    /** In one order always, so that two corrections never wait for each other's tickets. */
    private List<UUID> ticketsOf(UUID requester) {
        return entities.createQuery("select id from Ticket where requesterId = :requester order by id", UUID.class)
                .setParameter("requester", requester)
                .getResultList();
    }

    private static String written(Customer requester) {
        return requester.name() + " <" + requester.email() + ">";
    }
}
