package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;

/** What the company's ServiceNow may call us with. */
@Path("integrations/servicenow/callers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class ServiceNowCallersResource {

    @Inject
    CallerAdministration callers;

    @GET
    public List<CallerAdministration.Access> all() {
        return callers.all();
    }

    @POST
    public Response make(@NotNull @jakarta.validation.Valid Wanted wanted) {
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(callers.make(wanted.name()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        callers.revoke(id);
    }

    /** An access to be made. */
    public record Wanted(@NotBlank @Size(max = 100) String name) {}
}
