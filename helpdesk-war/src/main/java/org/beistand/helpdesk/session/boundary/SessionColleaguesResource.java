package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Scope;

/** The technicians of a session. A session or technician of another company does not exist here. */
@Path("sessions/{id}/colleagues")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.SESSIONS_WRITE)
public class SessionColleaguesResource {

    @Inject
    SessionColleagues colleagues;

    @Inject
    CurrentCaller caller;

    /** Whom it is about. */
    public record Whom(@NotNull UUID technicianId) {}

    /** Everybody of the session, then others of the company whose name or department contains {@code q}. */
    @GET
    public List<ColleagueView> find(@PathParam("id") UUID id, @QueryParam("q") @DefaultValue("") String part) {
        return colleagues.find(caller.require(), noted(id), part);
    }

    /** Lets a colleague join. */
    @POST
    public void invite(@PathParam("id") UUID id, @NotNull @Valid Whom whom) {
        colleagues.invite(caller.require(), noted(id), whom.technicianId());
    }

    private static UUID noted(UUID id) {
        LogContext.note(LogContext.Key.SESSION, id.toString());
        return id;
    }
}
