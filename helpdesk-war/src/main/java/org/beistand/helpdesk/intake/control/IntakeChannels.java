package org.beistand.helpdesk.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.intake.entity.IntakeChannel;

/** The channels of the current company. */
@ApplicationScoped
public class IntakeChannels {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public void add(IntakeChannel channel) {
        entities.persist(channel);
    }

    public Optional<IntakeChannel> byId(UUID id) {
        return Optional.ofNullable(entities.find(IntakeChannel.class, id));
    }

    /** All, by name. */
    public List<IntakeChannel> all() {
        return entities.createQuery("from IntakeChannel order by name", IntakeChannel.class)
                .getResultList();
    }

    /** Those that take requests, by name. */
    public List<IntakeChannel> open() {
        return entities.createQuery("from IntakeChannel where active order by name", IntakeChannel.class)
                .getResultList();
    }
}
