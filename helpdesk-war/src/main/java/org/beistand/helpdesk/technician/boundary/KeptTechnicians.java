package org.beistand.helpdesk.technician.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;
import org.beistand.helpdesk.technician.control.ChannelDuties;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;

/** People that another room keeps in step with another system, in its transaction; who keeps them has checked who may. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeptTechnicians {

    @Inject
    Technicians technicians;

    @Inject
    ChannelDuties duties;

    public List<TechnicianCard> all() {
        return technicians.all().stream().map(TechnicianCard::of).toList();
    }

    /** The channels that each serves. */
    public Map<UUID, Set<UUID>> channels() {
        return duties.all();
    }

    public void describe(UUID id, String displayName, String department, String email) {
        technician(id).describe(displayName, department, email);
    }

    public void serve(UUID id, Set<UUID> channels) {
        duties.assign(technician(id).id(), channels);
    }

    /** No work is given to them any more; what they did keeps their name. */
    public void leave(UUID id) {
        technician(id).leave();
    }

    public void comeBack(UUID id) {
        technician(id).comeBack();
    }

    private Technician technician(UUID id) {
        return technicians.byId(id).orElseThrow(() -> new NotFoundException("technician " + id));
    }
}
