package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Caller;
import org.beistand.helpdesk.platform.security.CurrentCaller;
import org.beistand.helpdesk.platform.security.Scope;

/** Tells a caller who it is taken for. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.TICKETS_READ)
public class MeResource {

    @Inject
    CurrentCaller current;

    @Inject
    CompanyDirectory companies;

    @GET
    public Me me() {
        Caller caller = current.require();
        return new Me(
                caller.accountId(),
                caller.name(),
                caller.role().name(),
                companies.current().slug(),
                caller.scopes().stream().map(Scope::text).sorted().toList());
    }

    /**
     * @param company short name
     * @param scopes what this call may do
     */
    public record Me(UUID accountId, String name, String role, String company, List<String> scopes) {}
}
