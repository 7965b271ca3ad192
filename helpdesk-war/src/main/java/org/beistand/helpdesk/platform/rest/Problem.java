package org.beistand.helpdesk.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as RFC 9457 wants it.
 *
 * @param type {@code urn:beistand:problem:<name>}
 * @param correlationId what to quote when asking for help
 * @param fields which inputs were refused, empty unless the input was invalid
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "correlationId", "fields"})
public record Problem(
        String type, String title, int status, String detail, String correlationId, List<FieldProblem> fields) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** One refused input. */
    public record FieldProblem(String field, String message) {}

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
