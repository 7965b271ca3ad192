package org.beistand.helpdesk.identity.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;

/** The company's API tokens. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class TokensResource {

    @Inject
    TokenAdministration tokens;

    @GET
    public List<TokenAdministration.TokenCard> all() {
        return tokens.all();
    }

    @POST
    public Response create(@NotNull @Valid TokenWish wish) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : wish.scopes()) {
            scopes.add(Scope.parse(text).orElseThrow(TokenRuleException::new));
        }
        return Response.status(Response.Status.CREATED)
                .entity(tokens.create(wish.name(), scopes, wish.days()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id);
    }

    /**
     * @param scopes e.g. {@code tickets:read}
     * @param days life, 1 to 366
     */
    public record TokenWish(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 10) List<@NotBlank String> scopes,

            @Min(1) @Max(TokenAdministration.LONGEST_LIFE_DAYS)
            int days) {}
}
