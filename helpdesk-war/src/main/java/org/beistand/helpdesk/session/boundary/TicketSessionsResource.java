package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.platform.web.PublicAddress;

/** Support sessions of a ticket. The ticket is named by its number or its id. */
@Path("tickets/{ticket}/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.SESSIONS_WRITE)
public class TicketSessionsResource {

    @Inject
    SupportSessions sessions;

    @Inject
    TicketNames tickets;

    @Inject
    CurrentCaller caller;

    @Inject
    PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A session that was just opened. PIN and link are in this one answer and in no other.
     *
     * @param pin digits only
     * @param link complete address for the customer
     */
    public record Opened(UUID id, String pin, String link, Instant expiresAt) {}

    @POST
    public Response open(@PathParam("ticket") String ticket, @Context UriInfo uri) {
        var opened = sessions.request(caller.require(), tickets.idOf(ticket));
        LogContext.note(LogContext.Key.SESSION, opened.id().toString());
        var location = uri.getBaseUriBuilder()
                .path("sessions")
                .path(opened.id().toString())
                .build();
        return Response.created(location)
                .entity(new Opened(
                        opened.id(), opened.pin().digits(), address.of(request) + opened.path(), opened.expiresAt()))
                .build();
    }

    /** What is open for the ticket, newest first. */
    @GET
    public List<SessionView> running(@PathParam("ticket") String ticket) {
        return sessions.runningOf(tickets.idOf(ticket));
    }
}
