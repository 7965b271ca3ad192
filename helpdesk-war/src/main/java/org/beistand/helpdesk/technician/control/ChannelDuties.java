package org.beistand.helpdesk.technician.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beistand.helpdesk.technician.entity.ChannelDuty;

/** Which technicians serve which channels. */
@ApplicationScoped
public class ChannelDuties {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    public Set<UUID> of(UUID technician) {
        return duties(technician).stream().map(ChannelDuty::channelId).collect(Collectors.toUnmodifiableSet());
    }

    /** For each technician who serves any. */
    public Map<UUID, Set<UUID>> all() {
        return entities.createQuery("from ChannelDuty", ChannelDuty.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ChannelDuty::technicianId,
                        Collectors.mapping(ChannelDuty::channelId, Collectors.toUnmodifiableSet())));
    }

    /** Replaces what the technician serves. */
    public void assign(UUID technician, Set<UUID> channels) {
        List<ChannelDuty> known = duties(technician);
        known.stream().filter(duty -> !channels.contains(duty.channelId())).forEach(entities::remove);
        Set<UUID> there = known.stream().map(ChannelDuty::channelId).collect(Collectors.toSet());
        channels.stream()
                .filter(channel -> !there.contains(channel))
                .forEach(channel -> entities.persist(new ChannelDuty(technician, channel)));
    }

    private List<ChannelDuty> duties(UUID technician) {
        return entities.createQuery("from ChannelDuty where technicianId = :technician", ChannelDuty.class)
                .setParameter("technician", technician)
                .getResultList();
    }
}
