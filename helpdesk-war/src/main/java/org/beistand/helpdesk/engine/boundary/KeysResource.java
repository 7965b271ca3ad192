package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** The public keys that grants and manifests are checked with. */
@Path("engine/keys")
@RequestScoped
@Open("public keys are public")
public class KeysResource {

    @Inject
    RelayDesk desk;

    @GET
    public Response keys() {
        return ContractJson.answer(() -> CurrentCompany.forInstallation(desk::keySet));
    }
}
