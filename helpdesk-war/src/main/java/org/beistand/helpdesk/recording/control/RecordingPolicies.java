package org.beistand.helpdesk.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.recording.entity.RecordingKey;
import org.beistand.helpdesk.recording.entity.RecordingPolicy;

/** What the current company decided about recording, and its keys. */
@ApplicationScoped
public class RecordingPolicies {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public RecordingPolicy policy() {
        return stored().orElseGet(RecordingPolicy::new);
    }

    /** As {@link #policy}, to be changed. */
    public RecordingPolicy own() {
        return stored().orElseGet(() -> {
            var fresh = new RecordingPolicy();
            entities.persist(fresh);
            return fresh;
        });
    }

    /** The key of new recordings. */
    public Optional<RecordingKey> currentKey() {
        return policy().currentKeyId().flatMap(this::key);
    }

    public Optional<RecordingKey> key(UUID id) {
        return Optional.ofNullable(entities.find(RecordingKey.class, id));
    }

    public List<RecordingKey> keys(Collection<UUID> ids) {
        return entities.createQuery("from RecordingKey where id in :ids order by createdAt, id", RecordingKey.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** From now on new recordings are sealed for it. */
    public void use(RecordingKey key) {
        entities.persist(key);
        entities.flush(); // before the policy that points at it
        own().sealFor(key);
    }

    private Optional<RecordingPolicy> stored() {
        return entities.createQuery("from RecordingPolicy", RecordingPolicy.class)
                .getResultStream()
                .findFirst();
    }
}
