package org.beistand.helpdesk.technician.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.technician.entity.Technician;

/** The technicians of the current company. */
@ApplicationScoped
public class Technicians {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(Technician technician) {
        entities.persist(technician);
    }

    public Optional<Technician> byId(UUID id) {
        return Optional.ofNullable(entities.find(Technician.class, id));
    }

    /** Everybody, by name. */
    public List<Technician> all() {
        return entities.createQuery("from Technician order by displayName, id", Technician.class)
                .getResultList();
    }

    /** Those who can be given work, by name. */
    public List<Technician> active() {
        return entities.createQuery("from Technician where active order by displayName, id", Technician.class)
                .getResultList();
    }
}
