package org.beistand.helpdesk.ticket.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.ticket.entity.TicketNumber;

/**
 * Gives out ticket numbers. A company's tickets are opened one after the other for the last moment of each transaction;
 * a number is taken only by a ticket that is really kept.
 */
@ApplicationScoped
class TicketCounter {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    TicketNumber next() {
        var company = CurrentCompany.require();
        if (advance(company) == 0) {
            entities.createNativeQuery(
                            "insert into ticket_counter (company_id, next_number) values (?1, ?2) on conflict do nothing")
                    .setParameter(1, company)
                    .setParameter(2, TicketNumber.FIRST.value())
                    .executeUpdate();
            advance(company);
        }
        var next = (Number) entities.createNativeQuery("select next_number from ticket_counter where company_id = ?1")
                .setParameter(1, company)
                .getSingleResult();
        return new TicketNumber(next.longValue() - 1);
    }

    /** The row stays locked until the transaction ends, so what is read back is what this call wrote. */
    private int advance(UUID company) {
        return entities.createNativeQuery(
                        "update ticket_counter set next_number = next_number + 1 where company_id = ?1")
                .setParameter(1, company)
                .executeUpdate();
    }
}
