package org.beistand.helpdesk.session.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.session.entity.WrongPin;

/** The ledger in the database: every node sees every node's wrong PINs. Each call is a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class WrongPinTable implements WrongPins {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Override
    public Count count(UUID company, Source source, Instant since) {
        return entities.createQuery("""
                        select new org.beistand.helpdesk.session.control.WrongPins$Count(
                            count(*), coalesce(sum(case when source = :source then 1L else 0L end), 0L))
                        from WrongPin where companyId = :company and at > :since
                        """, Count.class)
                .setParameter("source", source.key())
                .setParameter("company", company)
                .setParameter("since", since)
                .getSingleResult();
    }

    @Override
    public void charge(UUID company, Source source, UUID attempt, Instant at) {
        entities.persist(new WrongPin(attempt, source.key(), at));
    }

    @Override
    public void refund(UUID company, UUID attempt) {
        entities.createQuery("delete from WrongPin where id = :id and companyId = :company")
                .setParameter("id", attempt)
                .setParameter("company", company)
                .executeUpdate();
    }

    /** Forgets what no window reaches any more. */
    public int forget(UUID company, Instant before) {
        return entities.createQuery("delete from WrongPin where companyId = :company and at <= :before")
                .setParameter("company", company)
                .setParameter("before", before)
                .executeUpdate();
    }
}
