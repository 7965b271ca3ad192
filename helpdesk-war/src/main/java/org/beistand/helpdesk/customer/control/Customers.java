package org.beistand.helpdesk.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.customer.entity.Customer;

/** The customers of the current company. */
@ApplicationScoped
public class Customers {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(Customer customer) {
        entities.persist(customer);
    }

    public Optional<Customer> byId(UUID id) {
        return Optional.ofNullable(entities.find(Customer.class, id));
    }

    /** As {@link #byId}, and nobody else changes them until this transaction ends. */
    public Optional<Customer> locked(UUID id) {
        return Optional.ofNullable(entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Customer> byEmail(String email) {
        return entities.createQuery("from Customer where email = :email order by createdAt", Customer.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those whose name or address contains {@code text}, by name; for completing an input. */
    public List<Customer> matching(String text, int limit) {
        String pattern = "%" + escape(text.strip().toLowerCase(Locale.ROOT)) + "%";
        return entities.createQuery(
                        "from Customer where lower(name) like :pattern escape '!' or email like :pattern escape '!'"
                                + " order by name, id",
                        Customer.class)
                .setParameter("pattern", pattern)
                .setMaxResults(limit)
                .getResultList();
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
