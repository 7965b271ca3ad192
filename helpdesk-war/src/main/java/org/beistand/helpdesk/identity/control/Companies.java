package org.beistand.helpdesk.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Company;

/** The companies of this installation; not owned by any tenant. */
@ApplicationScoped
public class Companies {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(Company company) {
        entities.persist(company);
    }

    public Optional<Company> byId(UUID id) {
        return Optional.ofNullable(entities.find(Company.class, id));
    }

    public Optional<Company> bySlug(String slug) {
        return entities.createQuery("from Company where slug = :slug and active", Company.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public Optional<Company> byHostName(String host) {
        return entities.createQuery("from Company where hostName = :host and active", Company.class)
                .setParameter("host", host.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** Oldest first; the first is the one founded at the first start. */
    public List<Company> all() {
        return entities.createQuery("from Company order by createdAt, slug", Company.class)
                .getResultList();
    }
}
