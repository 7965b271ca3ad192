package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.UUID;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.recording.boundary.RecordingArchive.OpenTape;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The recording of a session, sealed as it is; a session of another company does not exist here. */
@Path("sessions/{id}/recording")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
@Tag(name = "Sessions")
public class SessionRecordingResource {

    private static final int BUFFER = 64 * 1024;

    @Inject
    RecordingArchive archive;

    /** Not found while nothing was recorded. */
    @GET
    @Operation(summary = "What was recorded of a session, and the keys it is sealed for")
    public SessionRecording recording(@PathParam("id") UUID id) {
        LogContext.note(LogContext.Key.SESSION, id.toString());
        return archive.recording(id);
    }

    @GET
    @Path("{tapeId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A tape, sealed", description = "Each look stands in the audit.")
    public Response tape(@PathParam("id") UUID id, @PathParam("tapeId") UUID tapeId) {
        LogContext.note(LogContext.Key.SESSION, id.toString());
        var tape = archive.look(id, tapeId);
        return Response.ok((StreamingOutput) out -> copy(tape, out))
                .header(HttpHeaders.CONTENT_LENGTH, tape.bytes())
                .build();
    }

    /** As many as were announced; more may have been written since. */
    private static void copy(OpenTape tape, OutputStream out) throws IOException {
        if (tape.bytes() == 0) {
            return;
        }
        try (var in = Files.newInputStream(tape.file())) {
            var buffer = new byte[BUFFER];
            for (long rest = tape.bytes(); rest > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (read < 0) {
                    throw new EOFException("A recording is shorter than it was");
                }
                out.write(buffer, 0, read);
                rest -= read;
            }
        }
    }
}
