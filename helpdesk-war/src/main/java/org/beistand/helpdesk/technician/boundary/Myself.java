package org.beistand.helpdesk.technician.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;

/** Whoever is signed in, as colleagues know them. In pages: {@code #{myself.name}}. */
@Named
@RequestScoped
public class Myself {

    @Inject
    CurrentCaller caller;

    @Inject
    TechnicianDirectory directory;

    /** The display name; for an account that is no person of the service desk, the login name. */
    public String getName() {
        return caller.optional()
                .map(Caller::accountId)
                .flatMap(directory::byId)
                .map(TechnicianCard::displayName)
                .orElseGet(caller::getName);
    }
}
