package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/** The applet fetches its way into the session and delivers what it noted down. SESSION-FLOW 4. */
@Path("engine/applet")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Open("applets prove themselves with the token of their manifest")
public class AppletResource {

    private static final Logger LOG = Logger.getLogger(AppletResource.class.getName());
    private static final int LONGEST_SOFTWARE = 200;

    @Inject
    AppletDoors doors;

    @Inject
    Admissions admissions;

    @Inject
    EngineReports reports;

    @POST
    @Path("grant")
    public Response grant(@HeaderParam("Authorization") @Nullable String authorization, byte[] body) {
        return ContractJson.answer(() -> {
            var place = place(authorization);
            var hello = ContractJson.read(body, AppletHello.class);
            var lost = Optional.ofNullable(hello.lost());
            if (hello.software().length() > LONGEST_SOFTWARE || hello.platform().length() > LONGEST_SOFTWARE) {
                throw new Refusal(Status.TOO_LARGE, "a name is too long");
            }
            LogContext.note(LogContext.Key.SESSION, place.session().toString());
            var admission = CurrentCompany.call(place.company(), () -> admissions.applet(place.session(), lost));
            LOG.log(Level.INFO, "An applet was admitted");
            return admission;
        });
    }

    @POST
    @Path("journal")
    public Response journal(@HeaderParam("Authorization") @Nullable String authorization, byte[] body) {
        return ContractJson.done(() -> {
            var place = place(authorization);
            var journal = DeliveredJournal.read(body);
            LogContext.note(LogContext.Key.SESSION, place.session().toString());
            CurrentCompany.run(place.company(), () -> reports.take(place.session(), journal));
        });
    }

    private AppletDoors.Place place(@Nullable String authorization) {
        return Bearer.of(authorization)
                .flatMap(token -> CurrentCompany.forInstallation(() -> doors.behind(token)))
                .orElseThrow(() -> new Refusal(Status.GRANT_REFUSED, "no such applet"));
    }
}
