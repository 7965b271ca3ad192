package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.outbox.boundary.Deliveries.Parked;

/** The page {@code /admin/deliveries}: what other systems refused. */
@Named
@RequestScoped
public class DeliveriesPage {

    private static final String HERE = "/admin/deliveries?faces-redirect=true";

    @Inject
    Deliveries deliveries;

    public List<Parked> getParked() {
        return deliveries.parked();
    }

    public String replay(UUID id) {
        deliveries.replay(id);
        return HERE;
    }

    public String discard(UUID id) {
        deliveries.discard(id);
        return HERE;
    }
}
