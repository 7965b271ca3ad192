package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.beistand.helpdesk.customer.control.Customers;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.entity.Ticket;

/**
 * Keeps the words by which a ticket is found: its number, subject, description, requester, answers and notes. Called in
 * the transaction that changes one of them.
 */
@ApplicationScoped
class TicketWords {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Customers customers;

    void refresh(Ticket ticket) {
        entities.flush();
        var words = SearchWords.index(texts(ticket));
        var updated = entities.createNativeQuery(
                        "update ticket_search set words = ?1 where ticket_id = ?2 and company_id = ?3")
                .setParameter(1, words)
                .setParameter(2, ticket.id())
                .setParameter(3, CurrentCompany.require())
                .executeUpdate();
        if (updated == 0) {
            entities.createNativeQuery("insert into ticket_search (ticket_id, company_id, words) values (?1, ?2, ?3)")
                    .setParameter(1, ticket.id())
                    .setParameter(2, CurrentCompany.require())
                    .setParameter(3, words)
                    .executeUpdate();
        }
    }

    private List<String> texts(Ticket ticket) {
        List<String> texts = new ArrayList<>();
        texts.add(ticket.number().toString());
        texts.add(ticket.subject());
        customers.byId(ticket.requesterId()).ifPresent(requester -> {
            texts.add(requester.name());
            texts.add(requester.email());
        });
        texts.add(ticket.description());
        for (var kind : List.of("PublicReply", "InternalNote")) {
            texts.addAll(entities.createQuery(
                            "select text from " + kind + " where ticketId = :ticket order by happenedAt", String.class)
                    .setParameter("ticket", ticket.id())
                    .getResultList());
        }
        return texts;
    }
}
