package org.beistand.helpdesk.engine.boundary;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.Problem;

/** The contract's records in and out of HTTP, by the contract's own JSON: both ends then agree on every letter. */
final class ContractJson {

    private static final String PROBLEM = "application/problem+json";

    private ContractJson() {}

    /** Answers 200 with a record, or the refusal that was thrown. */
    static Response answer(Supplier<Object> record) {
        return guarded(() -> Response.ok(Json.write(record.get()), MediaType.APPLICATION_JSON)
                .build());
    }

    /** Answers 204, or the refusal that was thrown. */
    static Response done(Runnable work) {
        return guarded(() -> {
            work.run();
            return Response.noContent().build();
        });
    }

    /** @throws Refusal for anything that is not such a record */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            return Json.read(body, type);
        } catch (JsonRefused refused) {
            throw new Refusal(Status.PROTOCOL_ERROR, "not readable");
        }
    }

    private static Response guarded(Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            return Response.status(refused.status().http())
                    .type(PROBLEM)
                    .entity(Json.write(Problem.of(refused.status(), String.valueOf(refused.getMessage()))))
                    .build();
        }
    }
}
