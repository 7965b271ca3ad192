package org.beistand.helpdesk.technician.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.technician.control.Technicians;
import org.beistand.helpdesk.technician.entity.Technician;

/** Looks technicians up for other rooms, and lets administrators describe them. */
@ApplicationScoped
@Transactional
public class TechnicianDirectory {

    @Inject
    Technicians technicians;

    @Inject
    CurrentCaller current;

    public List<TechnicianCard> all() {
        return technicians.all().stream().map(TechnicianCard::of).toList();
    }

    /** Those who can be given work. */
    public List<TechnicianCard> active() {
        return technicians.active().stream().map(TechnicianCard::of).toList();
    }

    public Optional<TechnicianCard> byId(UUID id) {
        return technicians.byId(id).map(TechnicianCard::of);
    }

    /** @throws NotFoundException when the company has no such technician */
    public void describe(UUID id, String displayName, String department, String email) {
        current.require(Role.ADMINISTRATOR);
        technician(id).describe(displayName.strip(), department.strip(), email.strip());
    }

    /** Whether the person can be given work; the account is the identity room's business. */
    public void setActive(UUID id, boolean active) {
        current.require(Role.ADMINISTRATOR);
        if (active) {
            technician(id).comeBack();
        } else {
            technician(id).leave();
        }
    }

    private Technician technician(UUID id) {
        return technicians.byId(id).orElseThrow(() -> new NotFoundException("technician " + id));
    }

    /** A technician as lists and other rooms see one. */
    public record TechnicianCard(UUID id, String displayName, String department, String email, boolean active) {
        static TechnicianCard of(Technician technician) {
            return new TechnicianCard(
                    technician.id(),
                    technician.displayName(),
                    technician.department(),
                    technician.email(),
                    technician.isActive());
        }
    }
}
