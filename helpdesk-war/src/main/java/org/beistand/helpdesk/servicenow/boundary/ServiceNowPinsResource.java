package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.PublicAddress;

/** The button in an incident comes here. Checks a proof of its own (see {@link CallerProof}). */
@Path("integrations/servicenow/pins")
@RequestScoped
@Open("callers prove themselves with token, client secret or signature")
public class ServiceNowPinsResource {

    @Inject
    CallerProof proof;

    @Inject
    PinsForIncidents pins;

    @Inject
    PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Flat, because a script over there reads it. @param url for the customer, instead of the PIN */
    public record Answer(String pin, String url, Instant expiresAt, UUID sessionId, String ticket) {
        @Override
        public String toString() {
            return "Answer[" + sessionId + "]";
        }
    }

    /** 201 for a new PIN, 200 for the one that was given a moment ago. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response issue(byte[] body) {
        var proven = proof.of(request, body);
        var wanted = PinRequest.read(body);
        var issued = CurrentCompany.call(proven.company(), () -> pins.issue(proven, wanted));
        return Response.status(issued.isNew() ? 201 : 200)
                .header("Cache-Control", "no-store")
                .entity(new Answer(
                        issued.pin(),
                        address.of(request) + issued.path(),
                        issued.expiresAt(),
                        issued.sessionId(),
                        issued.ticket()))
                .build();
    }
}
