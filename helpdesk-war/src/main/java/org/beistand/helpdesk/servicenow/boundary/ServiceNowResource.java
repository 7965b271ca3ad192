package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Settings;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Status;
import org.beistand.helpdesk.servicenow.boundary.ServiceNowAdministration.Wish;
import org.beistand.helpdesk.servicenow.control.Mapping;
import org.beistand.helpdesk.servicenow.entity.ServiceNowConnection.AccessKind;
import org.beistand.integration.servicenow.Findings;
import org.jspecify.annotations.Nullable;

/** The company's connection to ServiceNow, for administrators' programs. */
@Path("integrations/servicenow")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class ServiceNowResource {

    @Inject
    ServiceNowAdministration administration;

    @GET
    public Settings settings() {
        return administration.settings();
    }

    @PUT
    public Settings connect(@NotNull @jakarta.validation.Valid Connection wanted) {
        administration.connect(wanted.wish());
        return administration.settings();
    }

    @GET
    @Path("status")
    public Status status() {
        return administration.status();
    }

    @POST
    @Path("test")
    public Findings test() {
        return administration.test();
    }

    @GET
    @Path("dry-run")
    public Map<String, String> dryRun(@QueryParam("ticket") @NotNull String ticket) {
        return administration.dryRun(ticket);
    }

    /** A connection as a program wants it; what is left out stays empty, except secrets, which stay as they are. */
    public record Connection(
            boolean enabled,
            boolean inbound,
            @NotNull @Size(max = 500) String instance,
            @NotNull AccessKind accessKind,
            @Nullable @Size(max = 200) String userName,
            @Nullable @Size(max = 500) String password,
            @Nullable @Size(max = 200) String clientId,
            @Nullable @Size(max = 500) String secret,
            @Nullable @Size(max = 8000) String mapping,
            @Nullable @Min(5) @Max(3600) Integer pollSeconds) {

        Wish wish() {
            return new Wish(
                    enabled,
                    inbound,
                    instance,
                    accessKind,
                    Optional.ofNullable(userName).orElse(""),
                    Optional.ofNullable(password).orElse(""),
                    Optional.ofNullable(clientId).orElse(""),
                    Optional.ofNullable(secret).orElse(""),
                    Optional.ofNullable(mapping).orElse(Mapping.USUAL),
                    Optional.ofNullable(pollSeconds).orElse(15));
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Connection[" + instance + "]";
        }
    }
}
