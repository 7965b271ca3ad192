package org.beistand.helpdesk.servicenow.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.servicenow.control.CallerClients;
import org.jspecify.annotations.Nullable;

/** Our token endpoint for ServiceNow: OAuth 2 client credentials (RFC 6749, 4.4), and no other grant. */
@Path("integrations/servicenow/token")
@RequestScoped
@Open("callers prove themselves with their client secret")
public class ServiceNowTokenResource {

    @Inject
    CallerProof proof;

    /** As RFC 6749 words it. */
    public record Token(
            @JsonbProperty("access_token") String accessToken,
            @JsonbProperty("token_type") String tokenType,
            @JsonbProperty("expires_in") long expiresIn,
            String scope) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** As RFC 6749 words it. */
    public record Refusal(String error) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response token(
            @FormParam("grant_type") @Nullable String grant,
            @FormParam("client_id") @Nullable String id,
            @FormParam("client_secret") @Nullable String secret,
            @HeaderParam("Authorization") @Nullable String authorization) {
        if (!"client_credentials".equals(grant)) {
            return refusal(Response.Status.BAD_REQUEST, "unsupported_grant_type");
        }
        String[] pair = Optional.ofNullable(authorization)
                .filter(header -> header.startsWith("Basic "))
                .flatMap(CallerProof::basic)
                .orElseGet(() -> new String[] {
                    Optional.ofNullable(id).orElse(""),
                    Optional.ofNullable(secret).orElse("")
                });
        try {
            var token = new Token(
                    proof.newToken(pair[0], pair[1]), "Bearer", CallerClients.TOKEN_LIFE.toSeconds(), "pins:create");
            return Response.ok(token).header("Cache-Control", "no-store").build();
        } catch (UnknownCallerException unknown) {
            return refusal(Response.Status.UNAUTHORIZED, "invalid_client");
        }
    }

    private static Response refusal(Response.Status status, String error) {
        return Response.status(status).entity(new Refusal(error)).build();
    }
}
