package org.beistand.helpdesk.authority.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.beistand.helpdesk.authority.entity.TrustedAuthorities;

/** Whom the current company's connections trust beside the public authorities. Runs in the caller's transaction. */
@ApplicationScoped
public class CompanyAuthorities {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** For whoever connects to another system of the company: PEM, one after the other; empty for none. */
    public String certificates() {
        return stored().map(TrustedAuthorities::certificates).orElse("");
    }

    /** To be changed; made if there is none. */
    public TrustedAuthorities own() {
        return stored().orElseGet(() -> {
            var fresh = new TrustedAuthorities();
            entities.persist(fresh);
            return fresh;
        });
    }

    private Optional<TrustedAuthorities> stored() {
        return entities.createQuery("from TrustedAuthorities", TrustedAuthorities.class)
                .getResultStream()
                .findFirst();
    }
}
