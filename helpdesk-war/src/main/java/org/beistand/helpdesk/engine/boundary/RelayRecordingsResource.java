package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RecordingKept;
import org.beistand.engine.protocol.contract.RecordingTape;
import org.beistand.helpdesk.platform.logging.LogContext;
import org.beistand.helpdesk.platform.problem.NotFoundException;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.recording.boundary.RecordingDesk;
import org.beistand.helpdesk.recording.entity.Tape;
import org.jspecify.annotations.Nullable;

/** Relays deliver the tapes of recorded connections, piece by piece and again after every doubt. */
@Path("engine/relays/{relayId}/recordings")
@RequestScoped
@Open("relays prove themselves with the relay secret")
public class RelayRecordingsResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Exact in every language that a relay may be written in. */
    private static final Pattern OFFSET = Pattern.compile("\\d{1,15}");

    private static final Pattern YES_OR_NO = Pattern.compile("true|false");

    @Inject
    RelayProof proof;

    @Inject
    AppletDoors doors;

    @Inject
    RecordingDesk recordings;

    /** @throws NotFoundException when the relay need not keep the tape */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] body) {
        return ContractJson.done(() -> {
            proof.require(authorization);
            var tape = ContractJson.read(body, RecordingTape.class);
            LogContext.note(LogContext.Key.SESSION, tape.sessionId().toString());
            var label = label(tape);
            var company = CurrentCompany.forInstallation(() -> doors.companyOf(tape.sessionId()))
                    .orElseThrow(() -> new NotFoundException("session " + tape.sessionId()));
            CurrentCompany.run(company, () -> recordings.announce(tape.tapeId(), tape.sessionId(), label));
        });
    }

    /** @throws NotFoundException when the relay need not keep the tape */
    @PUT
    @Path("{tapeId}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response take(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("") String announced,
            @PathParam("tapeId") String tapeId,
            @QueryParam("offset") @DefaultValue("") String offset,
            @QueryParam("whole") @DefaultValue("false") String whole,
            InputStream body) {
        return ContractJson.answer(() -> {
            proof.require(authorization);
            if (!OFFSET.matcher(offset).matches() || !YES_OR_NO.matcher(whole).matches()) {
                throw new Refusal(Status.PROTOCOL_ERROR, "no such place in a tape");
            }
            var tape = Optional.of(tapeId)
                    .filter(ID.asMatchPredicate())
                    .map(UUID::fromString)
                    .orElseThrow(() -> new NotFoundException("tape"));
            var piece = piece(announced, body);
            Supplier<Optional<UUID>> owner = () -> recordings.companyOf(tape);
            var company =
                    CurrentCompany.forInstallation(owner).orElseThrow(() -> new NotFoundException("tape " + tape));
            long kept = CurrentCompany.<Long, RuntimeException>call(
                    company, () -> recordings.take(tape, Long.parseLong(offset), piece, whole.equals("true")));
            return new RecordingKept(kept);
        });
    }

    private static Tape.Label label(RecordingTape tape) {
        if (tape.name().length() > Tape.LONGEST_NAME
                || !ID.matcher(tape.keyId()).matches()) {
            throw new Refusal(Status.PROTOCOL_ERROR, "not the name of a technician, or of a key");
        }
        return Tape.Label.of(
                tape.subject(),
                Claims.name(tape.name(), Tape.LONGEST_NAME),
                tape.startedAt(),
                UUID.fromString(tape.keyId()),
                tape.encapsulation(),
                tape.sealedKeys());
    }

    private static byte[] piece(String announced, InputStream body) {
        try {
            if (isTooLong(announced)) {
                throw new Refusal(Status.TOO_LARGE, "more than a piece of a tape");
            }
            var piece = body.readNBytes(Limits.TAPE_PIECE_BYTES + 1);
            if (piece.length > Limits.TAPE_PIECE_BYTES) {
                throw new Refusal(Status.TOO_LARGE, "more than a piece of a tape");
            }
            return piece;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /** By its own word; what comes without one is counted. */
    private static boolean isTooLong(String announced) {
        return OFFSET.matcher(announced).matches() && Long.parseLong(announced) > Limits.TAPE_PIECE_BYTES;
    }
}
