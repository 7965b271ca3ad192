package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;

/** Pictures of technicians, as the directory has them. */
@Path("directory/photos")
@RequestScoped
@Secured(Scope.TICKETS_READ)
public class PhotosResource {

    @Inject
    DirectoryPhotos photos;

    @GET
    @Path("{account}")
    public Response photo(@PathParam("account") UUID account) {
        byte[] bytes = photos.of(account).orElseThrow(() -> new NotFoundException("photo of " + account));
        String type = DirectoryPhotos.mediaType(bytes).orElse("application/octet-stream");
        return Response.ok(bytes, type).build();
    }
}
