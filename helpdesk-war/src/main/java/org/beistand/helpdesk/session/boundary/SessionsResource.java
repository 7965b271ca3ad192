package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.session.boundary.SessionColleaguesResource.Whom;
import org.beistand.helpdesk.session.boundary.TicketSessionsResource.Opened;

/** Support sessions by their id. A session of another company does not exist here. */
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.SESSIONS_WRITE)
public class SessionsResource {

    @Inject
    SupportSessions sessions;

    @Inject
    SessionColleagues colleagues;

    @Inject
    CurrentCaller caller;

    @Inject
    PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Waiting customers of the company, then what else the caller has open. */
    @GET
    public List<SessionView> queue() {
        return sessions.queue(caller.require().accountId());
    }

    @GET
    @Path("{id}")
    public SessionView session(@PathParam("id") UUID id) {
        return sessions.view(noted(id));
    }

    /** A new PIN and link; the old ones are void. */
    @POST
    @Path("{id}/pin")
    public Opened renewPin(@PathParam("id") UUID id) {
        var opened = sessions.renewPin(caller.require(), noted(id));
        return new Opened(id, opened.pin().digits(), address.of(request) + opened.path(), opened.expiresAt());
    }

    /** Ends it for everybody. Ending twice is no error. */
    @POST
    @Path("{id}/end")
    public void end(@PathParam("id") UUID id) {
        sessions.end(caller.require(), noted(id));
    }

    /** Makes somebody else lead the session. */
    @POST
    @Path("{id}/handover")
    @Consumes(MediaType.APPLICATION_JSON)
    public void handOver(@PathParam("id") UUID id, @NotNull @Valid Whom whom) {
        colleagues.handOver(caller.require(), noted(id), whom.technicianId());
    }

    /** The caller goes on purpose; the session goes on. */
    @POST
    @Path("{id}/leave")
    public void leave(@PathParam("id") UUID id) {
        colleagues.leave(caller.require(), noted(id));
    }

    /** The same as ending: before the customer comes it takes PIN and link back. */
    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") UUID id) {
        sessions.end(caller.require(), noted(id));
    }

    private static UUID noted(UUID id) {
        LogContext.note(LogContext.Key.SESSION, id.toString());
        return id;
    }
}
