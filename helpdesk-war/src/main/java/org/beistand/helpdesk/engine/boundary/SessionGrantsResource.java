package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.beistand.engine.protocol.contract.ViewerHello;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Scope;

/** The technician's way into the session. SESSION-FLOW 5. */
@Path("sessions/{id}/grants")
@RequestScoped
@Secured(Scope.SESSIONS_WRITE)
public class SessionGrantsResource {

    @Inject
    Admissions admissions;

    @Inject
    CurrentCaller caller;

    @POST
    public Response grant(@PathParam("id") UUID id, byte[] body) {
        LogContext.note(LogContext.Key.SESSION, id.toString());
        return ContractJson.answer(() -> {
            var lost = body.length == 0
                    ? Optional.<String>empty()
                    : Optional.ofNullable(
                            ContractJson.read(body, ViewerHello.class).lost());
            return admissions.technician(caller.require(), id, lost);
        });
    }
}
