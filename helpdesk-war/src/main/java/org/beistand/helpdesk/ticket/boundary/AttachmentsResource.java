package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.ticket.boundary.EntryView.AttachmentView;
import org.beistand.helpdesk.ticket.control.AttachmentTooLargeException;
import org.beistand.helpdesk.ticket.control.SpooledFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files of a ticket over REST, streamed both ways. Whatever a file claims to be, it is downloaded as an attachment and
 * never shown: no page of ours ever shares its origin with a stranger's document.
 */
@Path("tickets/{ticket}/attachments")
@RequestScoped
@Secured(Scope.TICKETS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class AttachmentsResource {

    @Inject
    TicketDesk desk;

    @GET
    @Operation(summary = "List a ticket's attachments, oldest first")
    public List<AttachmentView> list(@PathParam("ticket") String ticket) {
        return desk.attachments(ticket);
    }

    @POST
    @Secured(Scope.TICKETS_WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach a file", description = "The body is the file, whatever its content type says.")
    @APIResponse(responseCode = "201", description = "Attached")
    @APIResponse(responseCode = "413", description = "Larger than 100 MiB; told before the body if it says its length")
    public Response attach(
            @PathParam("ticket") String ticket,
            @QueryParam("name") @DefaultValue("") String name,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("0") long announced,
            InputStream body)
            throws IOException {
        AttachmentTooLargeException.check(announced);
        var known = desk.ticket(ticket);
        try (var file = SpooledFile.receive(body)) {
            return Response.status(Response.Status.CREATED)
                    .entity(desk.attach(known.number(), name, file))
                    .build();
        }
    }

    @POST
    @Secured(Scope.TICKETS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Attach a file by a form", description = "One file; the name of its field does not matter.")
    @APIResponse(responseCode = "201", description = "Attached")
    @APIResponse(responseCode = "413", description = "Larger than 100 MiB; told before the body if it says its length")
    @APIResponse(responseCode = "422", description = "No file, several files, or no form at all")
    public Response attachForm(@PathParam("ticket") String ticket, @Context HttpServletRequest request)
            throws IOException {
        var known = desk.ticket(ticket);
        var files = UploadedFiles.of(request);
        if (files.size() != 1) {
            throw new InvalidFieldException("file");
        }
        var kept = UploadedFiles.take(files.getFirst(), (name, file) -> desk.attach(known.number(), name, file));
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    @GET
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download an attachment")
    public Response download(@PathParam("ticket") String ticket, @PathParam("attachment") String attachment) {
        var file = desk.attachment(ticket, attachment);
        return Response.ok((StreamingOutput) out -> copy(file.id(), out), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(file.name()))
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .tag(file.sha256())
                .build();
    }

    private void copy(UUID id, java.io.OutputStream out) throws IOException {
        for (var position = 0; ; position++) {
            var chunk = desk.chunk(id, position);
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }
}
