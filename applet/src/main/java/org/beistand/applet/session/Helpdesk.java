package org.beistand.applet.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.contract.Journal;
import org.beistand.engine.protocol.contract.Json;
import org.beistand.engine.protocol.contract.JsonRefused;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.contract.Problem;
import org.beistand.engine.protocol.grant.Ed25519Keys;

/**
 * The helpdesk's engine contract (docs/protocol.md) as the applet calls it. A refusal counts only from the helpdesk itself:
 * while it starts, its server answers 404 in its place, and a proxy before it has words of its own, too.
 */
final class Helpdesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OWN_WORDS = "application/problem+json";

    private final HttpClient http;
    private final URI engine;

    Helpdesk(HttpClient http, URI base) {
        this.http = http;
        String text = base.toString();
        this.engine = URI.create((text.endsWith("/") ? text : text + "/") + "api/v1/engine/");
    }

    /** @return public keys by their kid */
    Map<String, PublicKey> keys() throws IOException, InterruptedException {
        Reply reply = send(request("keys").GET().build());
        if (reply.status() != 200) {
            throw new IOException("keys: " + reply.status());
        }
        return Ed25519Keys.fromContract(reply.as(KeySet.class));
    }

    /**
     * The way into the session, good for one connection.
     *
     * @throws SessionOver when there is no way in any more
     * @throws StartFailed when the helpdesk does not know us
     * @throws IOException when asking again may help
     */
    AppletAdmission admission(String token, AppletHello hello) throws IOException, InterruptedException {
        Reply reply = send(post("applet/grant", token, hello));
        if (reply.status() == 200) {
            return reply.as(AppletAdmission.class);
        }
        switch (reply.refusal()) {
            case 410 -> throw new SessionOver(reply.problem().orElse(Status.SESSION_EXPIRED));
            case 401, 403, 404 -> throw new StartFailed("start.refused", "admission: " + reply.status());
            default -> throw new IOException("admission: " + reply.status());
        }
    }

    /** @return whether the helpdesk refuses these entries for good */
    boolean journal(String token, Journal journal) throws IOException, InterruptedException {
        Reply reply = send(post("applet/journal", token, journal));
        if (reply.status() >= 200 && reply.status() < 300) {
            return false;
        }
        int refusal = reply.refusal();
        if (refusal >= 400 && refusal < 500 && refusal != 408 && refusal != 429) {
            return true;
        }
        throw new IOException("journal: " + reply.status());
    }

    private HttpRequest post(String path, String token, Object body) {
        return request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(engine.resolve(path))
                .header("Accept", "application/json, application/problem+json");
    }

    /** The request's own time limit ends with the answer's head; a body that does not come must not hold anybody up either. */
    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Limits.JSON_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(response.statusCode(), type, response.body());
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException(late);
        } finally {
            answer.cancel(true);
        }
    }

    private record Reply(int status, String type, byte[] body) {

        /** What the helpdesk itself refuses with; 0 when somebody else speaks. */
        int refusal() {
            return type.startsWith(OWN_WORDS) ? status : 0;
        }

        <T> T as(Class<T> type) throws IOException {
            try {
                return Json.read(body, type);
            } catch (JsonRefused refused) {
                throw new IOException(refused);
            }
        }

        Optional<Status> problem() {
            try {
                return Optional.ofNullable(Json.read(body, Problem.class).code())
                        .filter(Status::endsSession);
            } catch (JsonRefused noProblem) {
                return Optional.empty();
            }
        }
    }
}
