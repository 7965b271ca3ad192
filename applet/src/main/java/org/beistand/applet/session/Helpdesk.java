package org.beistand.applet.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/** The helpdesk's engine contract (docs/protocol.md) as the applet calls it. */
final class Helpdesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GONE = 410;

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
     */
    AppletAdmission admission(String token, AppletHello hello) throws IOException, InterruptedException {
        Reply reply = send(post("applet/grant", token, hello));
        return switch (reply.status()) {
            case 200 -> reply.as(AppletAdmission.class);
            case GONE -> throw new SessionOver(reply.problem().orElse(Status.SESSION_EXPIRED));
            case 401, 403, 404 -> throw new StartFailed("start.refused", "admission: " + reply.status());
            default -> throw new IOException("admission: " + reply.status());
        };
    }

    /** @return whether the helpdesk refuses these entries for good */
    boolean journal(String token, Journal journal) throws IOException, InterruptedException {
        int status = send(post("applet/journal", token, journal)).status();
        if (status >= 200 && status < 300) {
            return false;
        }
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            return true;
        }
        throw new IOException("journal: " + status);
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
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json");
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Reply(response.statusCode(), body.readNBytes(Limits.JSON_BYTES + 1));
        }
    }

    private record Reply(int status, byte[] body) {

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
