package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.recording.entity.RecordingKey.Material;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's recording keys, made in an administrator's browser. */
@Path("recording/keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
@Tag(name = "Sessions")
public class RecordingKeysResource {

    @Inject
    RecordingAdministration administration;

    /** A new key; bytes are base64url, the secret half is sealed. */
    public record NewKey(
            @NotNull String publicKey,
            @NotNull Integer iterations,
            @NotNull String salt,
            @NotNull String nonce,
            @NotNull String sealedSecret) {}

    /** Its name from now on. */
    public record Made(UUID keyId) {}

    @POST
    @Operation(
            summary = "Make a key that recordings are sealed for from now on",
            description = "Older recordings keep theirs.")
    public Response make(@NotNull @Valid NewKey key) {
        var material = Material.of(key.publicKey(), key.iterations(), key.salt(), key.nonce(), key.sealedSecret());
        return Response.status(Response.Status.CREATED)
                .entity(new Made(administration.make(material)))
                .build();
    }
}
