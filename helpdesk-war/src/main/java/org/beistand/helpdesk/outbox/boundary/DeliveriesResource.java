package org.beistand.helpdesk.outbox.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;

/** Deliveries that somebody has to look at. */
@Path("deliveries/parked")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class DeliveriesResource {

    @Inject
    Deliveries deliveries;

    @GET
    public List<Deliveries.Parked> parked() {
        return deliveries.parked();
    }

    @POST
    @Path("{id}/replay")
    public void replay(@PathParam("id") UUID id) {
        deliveries.replay(id);
    }

    @DELETE
    @Path("{id}")
    public void discard(@PathParam("id") UUID id) {
        deliveries.discard(id);
    }
}
