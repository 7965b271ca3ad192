package org.beistand.helpdesk.intake.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.intake.entity.IntakeChannel;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/** The company's intake channels. */
@Path("channels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class ChannelsResource {

    @Inject
    ChannelAdministration channels;

    @GET
    @Secured(Scope.TICKETS_READ)
    public List<ChannelAdministration.ChannelCard> all() {
        return channels.all();
    }

    @POST
    public Response open(@NotNull @Valid ChannelWish wish) {
        String description = Optional.ofNullable(wish.description()).orElse("");
        return Response.status(Response.Status.CREATED)
                .entity(channels.open(wish.name(), wish.kind(), description))
                .build();
    }

    @PUT
    @Path("{id}/active")
    public void setActive(@PathParam("id") UUID id, @NotNull Activity activity) {
        channels.setActive(id, activity.active());
    }

    /** A channel to be opened. */
    public record ChannelWish(
            @NotBlank @Size(max = 100) String name,
            @NotNull IntakeChannel.Kind kind,
            @Nullable @Size(max = 1000) String description) {}

    /** Whether a channel takes requests. */
    public record Activity(boolean active) {}
}
