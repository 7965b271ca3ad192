package org.beistand.helpdesk.technician.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.technician.boundary.TechnicianDirectory.TechnicianCard;

/** The people of the service desk. */
@Path("technicians")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.TICKETS_READ)
public class TechniciansResource {

    @Inject
    TechnicianDirectory directory;

    @GET
    public List<TechnicianCard> all() {
        return directory.all();
    }

    @GET
    @Path("{id}")
    public TechnicianCard one(@PathParam("id") UUID id) {
        return directory.byId(id).orElseThrow(() -> new NotFoundException("technician " + id));
    }
}
